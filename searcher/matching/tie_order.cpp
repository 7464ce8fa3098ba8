#include "searcher/matching/tie_order.h"

#include "indexer/schema.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace answers {

double comparable_score(double score) {
  constexpr double steps = 1 << 24;  // a sum's last bits are below 1e-12
  return std::round(score * steps);
}

void order_ties(Xapian::Enquire& enquire) {
  enquire.set_sort_by_relevance_then_value(schema::question_key, false);
}

std::vector<std::string> tie_keys(std::span<const Xapian::Database> segments,
                                  std::span<const Xapian::docid> ids) {
  std::vector<std::string> keys(ids.size());
  std::vector<std::size_t> order(ids.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto segment_of = [&](std::size_t i) { return (ids[i] - 1) % segments.size(); };
  std::ranges::sort(order, {}, [&](std::size_t i) { return std::pair(segment_of(i), ids[i]); });
  std::size_t open = segments.size();
  Xapian::ValueIterator value;
  for (const std::size_t i : order) {
    const Xapian::Database& segment = segments[segment_of(i)];
    if (segment_of(i) != open) value = segment.valuestream_begin(schema::question_key);
    open = segment_of(i);
    const auto number = static_cast<Xapian::docid>((ids[i] - 1) / segments.size() + 1);
    const auto end = segment.valuestream_end(schema::question_key);
    if (value != end) value.skip_to(number);
    if (value != end && value.get_docid() == number) keys[i] = *value;
  }
  return keys;
}

BestMatches settled_best_matches(const Index& index, std::span<const WeightedTerm> terms,
                                 std::size_t limit) {
  constexpr std::size_t most_known = 4000;
  BestMatches found = best_matches(index.segment_files(), terms, limit + 1);
  if (limit == 0 || found.matches.size() <= limit) return found;
  const double last = comparable_score(found.matches[limit - 1].score);
  if (comparable_score(found.matches[limit].score) == last) {
    for (std::size_t known = 4 * limit; known <= most_known; known *= 4) {
      found = best_matches(index.segment_files(), terms, known);
      if (found.matches.size() < known || comparable_score(found.matches.back().score) < last)
        break;
    }
    const auto is_better = [last](const Match& match) {
      return comparable_score(match.score) > last;
    };
    const auto begin = std::ranges::partition_point(found.matches, is_better);
    const auto end = std::partition_point(begin, found.matches.end(), [last](const Match& match) {
      return comparable_score(match.score) == last;
    });
    std::vector<Xapian::docid> ids;
    for (auto match = begin; match != end; ++match) ids.push_back(match->id);
    const std::vector<std::string> keys = tie_keys(index.segments(), ids);
    std::vector<std::pair<std::string, Match>> tied;
    for (std::size_t i = 0; i < ids.size(); ++i)
      tied.emplace_back(keys[i], begin[static_cast<std::ptrdiff_t>(i)]);
    std::ranges::stable_sort(tied, {}, &std::pair<std::string, Match>::first);
    std::ranges::transform(tied, begin, [](const auto& one) { return one.second; });
  }
  found.matches.resize(limit);
  return found;
}

}  // namespace answers
