#pragma once

#include "indexer/generations/index.h"
#include "searcher/ranking/results.h"

#include <cstddef>

namespace answers {

/// Questions near `record`: those that share its most telling terms, of question and answer,
/// nearest first; the best answer to each. Neither the record itself nor other answers to its
/// question. A hit's score is its share of what the record itself would score, less by as much as
/// half where it is about something else (SubjectSpace), and its coverage the share of the
/// information (idf) of those terms that it has: both 0–1, and comparable between records. What
/// shares one word alone and is about something else is none. `total` is a lower bound.
Results find_related(const Index& index, const Record& record, std::size_t limit);

}  // namespace answers
