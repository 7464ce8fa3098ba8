#pragma once

#include "indexer/analysis/postings.h"
#include "indexer/generations/index.h"
#include "searcher/query/query.h"
#include "searcher/ranking/evidence.h"
#include "searcher/ranking/explanation.h"

#include <cstddef>

namespace answers {

/// A hit's way through the two stages.
struct ScoredRecord {
  const Record& record;
  const Evidence& evidence;
  double first = 0;
  double score = 0;
  std::size_t first_rank = 0;
};

/// Takes the scores of one query's hits apart, by computing them again: for those who ask, so that
/// a search that nobody asks about pays nothing.
class Explainer {
 public:
  /// Both must outlive it.
  Explainer(const Query& query, const Index& index);

  ExplainedQuery query() const;
  /// O(length of the record), five times.
  Explanation explain(const ScoredRecord& scored);

 private:
  const Query& query_;
  const Index& index_;
  PostingMaker maker_;
};

}  // namespace answers
