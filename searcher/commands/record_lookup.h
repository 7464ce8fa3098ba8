#pragma once

#include "corpus/record.h"
#include "indexer/generations/index.h"

#include <iosfwd>
#include <string_view>
#include <vector>

namespace answers {

/// The answers to the one question that `id_beginning` belongs to, those that people thought best
/// first. An id that is given whole is that one record. Empty when it fits nothing, or several
/// questions: `talk` is told which.
std::vector<Record> answers_to_question(const Index& index, std::string_view id_beginning,
                                        std::ostream& talk);

}  // namespace answers
