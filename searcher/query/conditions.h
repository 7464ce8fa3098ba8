#pragma once

#include "corpus/record.h"
#include "indexer/analysis/analysis.h"
#include "searcher/query/query.h"

namespace answers {

/// Whether a record of those that `query.matching` finds must be read to know that it is a hit.
inline bool has_conditions(const Query& query) {
  return !query.conditions.empty() || !query.alternatives.empty();
}

/// Whether all of the query's conditions hold, and one of its alternatives. O(length of the
/// record).
bool conditions_hold(const Query& query, const Record& record, Analyser& analyser);

}  // namespace answers
