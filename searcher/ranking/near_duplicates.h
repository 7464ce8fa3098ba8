#pragma once

#include "searcher/ranking/contrast.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace answers {

/// Two of the questions that were given, by their numbers, first < second.
struct SimilarPair {
  std::size_t first = 0;
  std::size_t second = 0;
  double similarity = 0;
};

/// The pairs whose Jaccard similarity over terms, each weighted with its idf among these questions,
/// is at least `least` (above 0, at most 1), the most similar first. Found by prefix filtering
/// (Bayardo, Ma, Srikant 2007: scaling up all pairs similarity search): only questions that share
/// one of their rarest terms are compared. A term that is common even so is looked up for the
/// thousand questions nearest in weight, which bounds the time by O(n × terms of a question). Of
/// questions with the same terms each is paired with the first of them alone.
std::vector<SimilarPair> similar_pairs(std::span<const std::string> questions, double least);

struct DuplicateGroup {
  std::vector<std::size_t> questions{};  ///< their numbers, ascending; two at least
  double similarity = 0;                 ///< of the two that are most alike
};

struct ContrastingPair {
  SimilarPair pair{};
  Contrast contrast{};
};

struct NearDuplicates {
  std::vector<DuplicateGroup> groups{};      ///< the most similar first
  std::vector<ContrastingPair> contrasts{};  ///< alike, but they ask different things
};

/// Groups of questions that probably ask the same: linked by similar pairs that are no contrasts,
/// and without a contrast between any two in them.
NearDuplicates find_near_duplicates(std::span<const std::string> questions, double least);

}  // namespace answers
