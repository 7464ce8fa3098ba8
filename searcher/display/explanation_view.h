#pragma once

#include "searcher/display/printers.h"
#include "searcher/display/styled_text.h"
#include "searcher/ranking/results.h"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

namespace answers {

/// What the words of the query are worth and what they are found by, a line or more each.
std::vector<StyledText> explained_query_lines(const ExplainedQuery& query, std::size_t columns);

/// The parts of a hit's score, the greatest first in each stage. As they are shown, with two
/// decimals, they add up to the score that is shown.
std::vector<StyledText> explanation_lines(const Hit& hit, std::size_t columns);

nlohmann::ordered_json explained_query_json(const ExplainedQuery& query);
/// Numbers with six decimals: the parts add up to the score to the fourth.
nlohmann::ordered_json explanation_json(const Explanation& explanation);

/// What one part of the score gave to each of two hits.
struct ScoreDifference {
  std::string part{};  ///< for people
  double first = 0;
  double other = 0;

  double difference() const { return first - other; }
};

/// All parts that the two scores have, the greatest difference first. Both need an explanation. The
/// differences add up to the difference of the scores.
std::vector<ScoreDifference> score_differences(const Hit& first, const Hit& other);

/// Why `first` stands above `other`: a table of the differences, or in the forms of JSON
/// "schema": "answers.explain/1".
void print_comparison(const Hit& first, const Hit& other, const PrintOptions& options,
                      std::ostream& out);

}  // namespace answers
