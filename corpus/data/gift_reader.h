#pragma once

#include <string_view>

namespace answers {

class Input;

/// Moodle's GIFT: "::title::question {=right ~wrong}", $CATEGORY lines as topics. The right options
/// are the answer, all options stand in the body; essays are unanswered, descriptions are none.
int recognises_gift(std::string_view path, std::string_view head);
void read_gift(Input& input);

/// Aiken: a question, options "A. …" below it, and "ANSWER: B".
int recognises_aiken(std::string_view path, std::string_view head);
void read_aiken(Input& input);

}  // namespace answers
