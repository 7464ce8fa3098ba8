#pragma once

#include "corpus/record.h"

#include <string>
#include <string_view>

namespace answers {

/// What the answers to one question have in common and those to another have not, to compare and
/// not to keep: the question with the part of an id that identify() makes of it. Ids that a
/// collection gives tell nothing of that (many have one for each answer): there it is the question
/// with its body. A record without a question is alone.
/// `coded_body` is StoredRecord::body where the record is not complete. O(question and body).
std::string thread_of(const Record& record, std::string_view coded_body = {});

}  // namespace answers
