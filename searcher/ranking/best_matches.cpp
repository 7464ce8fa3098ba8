#include "searcher/ranking/best_matches.h"

#include "indexer/schema.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <numeric>
#include <utility>

namespace answers {
namespace {

/// Records of a window: its sums stay in the first-level cache.
constexpr Xapian::docid window = 2048;
constexpr std::size_t word_bits = 64;

constexpr double saturated(double wdf) { return wdf / (wdf + schema::k1 * schema::wdf_scale); }

constexpr std::array<double, 1024> saturation = [] {
  std::array<double, 1024> table{};
  for (std::size_t wdf = 0; wdf < table.size(); ++wdf) table[wdf] = saturated(double(wdf));
  return table;
}();

double saturation_of(Xapian::termcount wdf) {
  return wdf < saturation.size() ? saturation[wdf] : saturated(wdf);
}

bool is_better(const Match& one, const Match& other) {
  return one.score != other.score ? one.score > other.score : one.id < other.id;
}

/// The postings of one term in one segment.
struct Cursor {
  Xapian::PostingIterator posting{};
  Xapian::docid id = 0;  ///< where it stands; the largest number behind the last one
  double weight = 0;
  std::uint64_t bit = 0;  ///< of Match::terms

  static constexpr Xapian::docid end = std::numeric_limits<Xapian::docid>::max();

  void look() { id = posting == Xapian::PostingIterator() ? end : *posting; }
  void next() {
    ++posting;
    look();
  }
  void skip_to(Xapian::docid wanted) {
    if (id >= wanted) return;
    posting.skip_to(wanted);
    look();
  }
  double score() const { return weight * saturation_of(posting.get_wdf()); }
};

class Collector {
 public:
  explicit Collector(std::size_t limit) : limit_(limit) {}

  /// What has a lower score than this is not among the best.
  double least() const { return least_; }
  bool is_full() const { return best_.size() == limit_; }

  void add(const Match& match) {
    if (limit_ == 0) return;
    if (is_full()) {
      if (!is_better(match, best_.front())) return;
      std::ranges::pop_heap(best_, is_better);
      best_.back() = match;
    } else {
      best_.push_back(match);
    }
    std::ranges::push_heap(best_, is_better);
    if (is_full()) least_ = best_.front().score;
  }

  std::vector<Match> take() {
    std::ranges::sort(best_, is_better);
    return std::move(best_);
  }

 private:
  std::size_t limit_;
  double least_ = 0;
  std::vector<Match> best_;  ///< a heap, the worst in front
};

/// The sums of a window's records, all 0 between two windows.
struct WindowSums {
  std::array<double, window> scores{};
  std::array<std::uint64_t, window> terms{};
  std::array<std::uint64_t, window / word_bits> has_terms{};
};

/// Adds up the scores of one segment.
class SegmentScan {
 public:
  /// `order` has the terms by falling weight: every record's sum is made in that order, and so
  /// comes out the same to the last bit whichever terms turn out to be common.
  SegmentScan(const Xapian::Database& segment, std::span<const WeightedTerm> terms,
              std::span<const std::size_t> order, WindowSums& sums)
      : sums_(sums) {
    cursors_.reserve(terms.size());
    for (const std::size_t number : order) {
      Cursor cursor;
      cursor.posting = segment.postlist_begin(terms[number].term);
      cursor.weight = terms[number].weight;
      if (number < word_bits) cursor.bit = std::uint64_t{1} << number;
      cursor.look();
      if (cursor.id != Cursor::end) cursors_.push_back(std::move(cursor));
    }
    most_of_rest_.resize(cursors_.size() + 1);
    for (std::size_t i = cursors_.size(); i-- > 0;)
      most_of_rest_[i] = most_of_rest_[i + 1] + cursors_[i].weight;
  }

  /// Calls found(id, score, terms) for every record that may be among the best; the number of
  /// records that were looked at.
  template <class Found>
  std::size_t run(const Collector& best, Found&& found) {
    std::size_t seen = 0;
    std::size_t rare = cursors_.size();
    while (true) {
      // Common is what together does not reach the worst of the best.
      while (rare > 0 && most_of_rest_[rare - 1] < best.least()) --rare;
      Xapian::docid first = Cursor::end;
      for (std::size_t i = 0; i < rare; ++i) first = std::min(first, cursors_[i].id);
      if (first == Cursor::end) return seen;
      add_up(first, rare);
      const double most_of_common = most_of_rest_[rare];
      for (std::size_t word = 0; word < sums_.has_terms.size(); ++word) {
        for (auto bits = std::exchange(sums_.has_terms[word], 0); bits != 0; bits &= bits - 1) {
          const std::size_t at =
              word * word_bits + static_cast<std::size_t>(std::countr_zero(bits));
          const auto id = static_cast<Xapian::docid>(first + at);
          double score = std::exchange(sums_.scores[at], 0.0);
          std::uint64_t has = std::exchange(sums_.terms[at], 0);
          ++seen;
          if (score + most_of_common < best.least()) continue;
          for (std::size_t i = rare; i < cursors_.size(); ++i) {
            if (score + most_of_rest_[i] < best.least()) break;
            cursors_[i].skip_to(id);
            if (cursors_[i].id != id) continue;
            score += cursors_[i].score();
            has |= cursors_[i].bit;
          }
          if (score >= best.least()) found(id, score, has);
        }
      }
    }
  }

 private:
  void add_up(Xapian::docid first, std::size_t rare) {
    const Xapian::docid last = std::min(first, Cursor::end - window) + (window - 1);
    for (std::size_t i = 0; i < rare; ++i) {
      Cursor& cursor = cursors_[i];
      while (cursor.id <= last) {
        const std::size_t at = cursor.id - first;
        sums_.scores[at] += cursor.score();
        sums_.terms[at] |= cursor.bit;
        sums_.has_terms[at / word_bits] |= std::uint64_t{1} << at % word_bits;
        cursor.next();
      }
    }
  }

  std::vector<Cursor> cursors_;
  std::vector<double> most_of_rest_;  ///< what the cursors from here on add up to at most
  WindowSums& sums_;
};

}  // namespace

BestMatches best_matches(std::span<const Xapian::Database> segments,
                         std::span<const WeightedTerm> terms, std::size_t limit) {
  std::vector<std::size_t> order(terms.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, [terms](std::size_t one, std::size_t other) {
    return terms[one].weight != terms[other].weight ? terms[one].weight > terms[other].weight
                                                    : terms[one].term < terms[other].term;
  });
  BestMatches result;
  Collector best(limit);
  WindowSums sums;
  for (std::size_t number = 0; number < segments.size(); ++number) {
    SegmentScan scan(segments[number], terms, order, sums);
    result.total += scan.run(best, [&](Xapian::docid id, double score, std::uint64_t has) {
      // As Xapian numbers the records of several databases.
      best.add({static_cast<Xapian::docid>((id - 1) * segments.size() + number + 1), score, has});
    });
  }
  result.total_is_exact = !best.is_full();
  for (const WeightedTerm& term : terms)
    result.total = std::max(result.total, static_cast<std::size_t>(term.frequency));
  result.matches = best.take();
  return result;
}

}  // namespace answers
