#pragma once

#include "indexer/generations/index.h"
#include "searcher/matching/best_matches.h"

#include <xapian.h>

#include <cstddef>
#include <span>
#include <string>
#include <vector>

/// Which of equal records come first: by what their questions are called (schema::question_key), so
/// that it is the same however the records were cut into indexes. (Their numbers are not.)
namespace answers {

/// A score for comparing: by parts of an index it is added up in another order than by all of it,
/// and differs in its last bits.
double comparable_score(double score);

/// Makes matches of one score come in that order. Xapian reads a value of each record that matches.
void order_ties(Xapian::Enquire& enquire);

/// What records of Index::database() are ordered by where their scores are equal. `segments` are
/// Index::segments(). O(records), each a search in a list of values.
std::vector<std::string> tie_keys(std::span<const Xapian::Database> segments,
                                  std::span<const Xapian::docid> ids);

/// best_matches() of the folders of `index`, of which those with the last score are the first in
/// that order. Only where more than `limit` would have to be taken for them the postings are walked
/// once more, or until 4,000 are known.
BestMatches settled_best_matches(const Index& index, std::span<const WeightedTerm> terms,
                                 std::size_t limit);

}  // namespace answers
