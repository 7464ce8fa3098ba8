#pragma once

#include <string_view>

namespace answers {

/// Whether a line has a question mark (of any script) where a sentence ends: "Why? I only asked".
/// "ls foo?.txt" and "http://a/?q=1" have none.
bool has_question_mark(std::string_view text);

/// Whether a heading or line reads as a question: has_question_mark(), or begins as questions do
/// in English, German, French, Spanish, Portuguese, Italian, Dutch, Russian, Chinese … ("How to
/// unpack it", "Wie …", "Как …", "为什么"). O(length).
bool asks(std::string_view text);

}  // namespace answers
