#pragma once

#include <string>

namespace answers {
struct Record;

/// The body of a question as it stands on a card or a page before its answer: where options are
/// ticked of which the answer says that they are right, none is. Markdown, as Record::body. O(n).
std::string body_without_answer(const Record& record);

}  // namespace answers
