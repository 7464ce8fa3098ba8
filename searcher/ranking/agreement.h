#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace answers {

/// How often a term stands in a text.
struct TermCount {
  std::uint32_t id = 0;  ///< Token::id
  std::uint32_t times = 0;
};

/// How much each of the first five hits is trusted to be what is wanted:
/// exp(15 × (its score − the first one's)), in units of the query's information.
std::vector<double> trust_in(std::span<const double> scores);

/// How like each of the best hits is to the few best of them, from 0 to 1: what is relevant
/// resembles each other (Diaz, Regularizing ad hoc retrieval scores, CIKM 2005), and the words that
/// the best have in common find what the query has no word for.
///
/// The mean cosine with the first five hits, itself left out, each counting trust_in(); a term
/// weighs log(1 + tf) × log((n + 1)/(df + ½)) among these n hits. `hits` are the terms of each, by
/// id, the best hit first; `scores` theirs, in units of the query's information. O(terms × 5).
std::vector<double> agreement(std::span<const std::vector<TermCount>> hits,
                              std::span<const double> scores);

}  // namespace answers
