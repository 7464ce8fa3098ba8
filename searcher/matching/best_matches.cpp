#include "searcher/matching/best_matches.h"

#include "indexer/generations/posting_list.h"
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

/// The records of one segment that have a term, and those that go with it.
struct Cursor {
  PostingList postings;
  double weight = 0;      ///< of this term
  double most = 0;        ///< with those of the others
  std::uint64_t bit = 0;  ///< of Match::terms
  std::vector<Cursor> others{};

  static constexpr Xapian::docid end = PostingList::end;

  Xapian::docid id() const { return postings.id(); }
  void next() {
    postings.next();
    if (!others.empty()) meet();
  }
  void skip_to(Xapian::docid wanted) {
    if (id() >= wanted) return;
    postings.skip_to(wanted);
    if (!others.empty()) meet();
  }
  /// Goes on to where the others stand as well.
  void meet() {
    for (std::size_t i = 0; i < others.size() && id() != end;) {
      others[i].skip_to(id());
      if (others[i].id() == id()) {
        ++i;
      } else {
        postings.skip_to(others[i].id());
        i = 0;
      }
    }
  }
  double score() const {
    double sum = weight * saturation_of(postings.wdf());
    for (const Cursor& other : others) sum += other.score();
    return sum;
  }
};

Cursor cursor_of(const WeightedTerm& term, GlassFile& segment) {
  const double share = term.weight / static_cast<double>(1 + term.others.size());
  Cursor cursor{.postings = {segment, term.term}, .weight = share, .most = term.weight};
  for (const std::string& other : term.others) {
    if (cursor.id() == Cursor::end) return cursor;
    cursor.others.push_back({.postings = {segment, other}, .weight = share});
  }
  cursor.meet();
  return cursor;
}

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

// The two loops that see every posting stand by themselves, so that what they need stays in
// registers.

/// Adds the scores of the records from `first` to `last` to the sums of their window.
[[gnu::noinline]] void add_up(Cursor& cursor, Xapian::docid first, Xapian::docid last,
                              WindowSums& sums) {
  const auto add = [&, bit = cursor.bit](Xapian::docid id, double score) {
    const std::size_t at = id - first;
    sums.scores[at] += score;
    sums.terms[at] |= bit;
    sums.has_terms[at / word_bits] |= std::uint64_t{1} << at % word_bits;
  };
  if (!cursor.others.empty()) {
    for (; cursor.id() <= last; cursor.next()) add(cursor.id(), cursor.score());
    return;
  }
  cursor.postings.visit_to(last,
                           [&, weight = cursor.weight](Xapian::docid id, Xapian::termcount wdf) {
                             add(id, weight * saturation_of(wdf));
                           });
}

/// Those of `bits`, records from `begin` on, whose sum with `more` is not less than `least`; of the
/// others nothing is left in the window.
[[gnu::noinline]] std::uint64_t that_may_reach(double least, double more, std::uint64_t bits,
                                               std::size_t begin, WindowSums& sums) {
  std::uint64_t may = bits;
  for (; bits != 0; bits &= bits - 1) {
    const auto bit = static_cast<std::size_t>(std::countr_zero(bits));
    double& score = sums.scores[begin + bit];
    if (score + more >= least) continue;
    score = 0;
    sums.terms[begin + bit] = 0;
    may &= ~(std::uint64_t{1} << bit);
  }
  return may;
}

/// Adds up the scores of one segment.
class SegmentScan {
 public:
  /// `order` has the terms by falling weight: every record's sum is made in that order, and so
  /// comes out the same to the last bit whichever terms turn out to be common.
  SegmentScan(GlassFile& segment, std::span<const WeightedTerm> terms,
              std::span<const std::size_t> order, WindowSums& sums)
      : sums_(sums) {
    cursors_.reserve(terms.size());
    for (const std::size_t number : order) {
      Cursor cursor = cursor_of(terms[number], segment);
      if (number < word_bits) cursor.bit = std::uint64_t{1} << number;
      if (cursor.id() != Cursor::end) cursors_.push_back(std::move(cursor));
    }
    most_of_rest_.resize(cursors_.size() + 1);
    for (std::size_t i = cursors_.size(); i-- > 0;)
      most_of_rest_[i] = most_of_rest_[i + 1] + cursors_[i].most;
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
      for (std::size_t i = 0; i < rare; ++i) first = std::min(first, cursors_[i].id());
      if (first == Cursor::end) return seen;
      const Xapian::docid last = std::min(first, Cursor::end - window) + (window - 1);
      for (std::size_t i = 0; i < rare; ++i) add_up(cursors_[i], first, last, sums_);
      const double most_of_common = most_of_rest_[rare];
      for (std::size_t word = 0; word < sums_.has_terms.size(); ++word) {
        std::uint64_t bits = std::exchange(sums_.has_terms[word], 0);
        seen += static_cast<std::size_t>(std::popcount(bits));
        bits = that_may_reach(best.least(), most_of_common, bits, word * word_bits, sums_);
        for (; bits != 0; bits &= bits - 1) {
          const std::size_t at =
              word * word_bits + static_cast<std::size_t>(std::countr_zero(bits));
          complete(static_cast<Xapian::docid>(first + at), at, rare, best, found);
        }
      }
    }
  }

 private:
  /// Adds what the common terms give to the sum of a record; nothing of it is left in the window.
  template <class Found>
  void complete(Xapian::docid id, std::size_t at, std::size_t rare, const Collector& best,
                Found&& found) {
    double score = std::exchange(sums_.scores[at], 0.0);
    std::uint64_t has = std::exchange(sums_.terms[at], 0);
    const double least = best.least();
    for (std::size_t i = rare; i < cursors_.size(); ++i) {
      if (score + most_of_rest_[i] < least) return;
      Cursor& cursor = cursors_[i];
      cursor.skip_to(id);
      if (cursor.id() != id) continue;
      score += cursor.score();
      has |= cursor.bit;
    }
    if (score >= least) found(id, score, has);
  }

  std::vector<Cursor> cursors_;
  std::vector<double> most_of_rest_;  ///< what the cursors from here on add up to at most
  WindowSums& sums_;
};

}  // namespace

BestMatches best_matches(std::span<const std::shared_ptr<GlassFile>> segments,
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
    SegmentScan scan(*segments[number], terms, order, sums);
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
