#pragma once

#include "searcher/ranking/results.h"

#include <string>

namespace answers {

/// How little of the query the best hit has: "no record has all of it: the best covers 35 % of the
/// query, and nothing of guitar". Empty where it has half of the query and each of its few telling
/// words, where no word was asked for (related records), and on a later page. Words as typed: not
/// made printable.
std::string coverage_sentence(const Results& results);

}  // namespace answers
