#pragma once

#include "indexer/generations/index.h"
#include "searcher/query/query.h"
#include "searcher/ranking/evidence.h"
#include "searcher/ranking/search_options.h"

#include <xapian.h>

#include <cstddef>
#include <vector>

namespace answers {

/// A record that matches, where all that match are put in order by what they say of themselves.
struct SortedMatch {
  Xapian::docid id = 0;
  double score = 0;        ///< of the first stage
  std::size_t folded = 0;  ///< other answers to its question, where answers are folded
};

/// All that match `query`, by `order` (which is not relevance) and then by their score. With
/// `fold_answers` the first answer to a question stands for all of them. Reads every record that
/// matches: O(matches × length), but keeps only what it sorts by.
std::vector<SortedMatch> sorted_matches(const Index& index, const Query& query, Order order,
                                        bool fold_answers, EvidenceReader& reader);

}  // namespace answers
