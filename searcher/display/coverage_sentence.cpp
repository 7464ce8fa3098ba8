#include "searcher/display/coverage_sentence.h"

#include "searcher/ranking/little_covered.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace answers {

std::string coverage_sentence(const Results& results) {
  constexpr double all = 0.95;
  if (results.query.text.empty() || results.hits.empty() || results.hits.front().rank != 1)
    return {};
  const Hit& best = results.hits.front();
  if (best.coverage == 0 || (best.coverage >= little_covered && best.lacks.empty())) return {};
  const bool one_has_all = std::ranges::any_of(
      results.hits, [](const Hit& hit) { return hit.coverage > all && hit.lacks.empty(); });
  std::string sentence =
      fmt::format("{}the best covers {:.0f} % of the query",
                  one_has_all ? "" : "no record has all of it: ", best.coverage * 100);
  if (!best.lacks.empty())
    sentence += fmt::format(", and nothing of {}", fmt::join(best.lacks, ", "));
  return sentence;
}

}  // namespace answers
