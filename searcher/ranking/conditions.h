#pragma once

#include "corpus/record.h"
#include "indexer/analysis/analysis.h"
#include "searcher/ranking/query.h"

namespace answers {

/// Whether all of the query's conditions hold. O(length of the record).
bool conditions_hold(const Query& query, const Record& record, Analyser& analyser);

}  // namespace answers
