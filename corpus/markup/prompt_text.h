#pragma once

#include "corpus/record.h"

#include <string>
#include <string_view>

namespace answers {

/// Puts a question as data gives it into a record: its first line of words becomes the question,
/// what follows is added to the body. HTML becomes text. O(length).
void set_prompt(std::string_view text, Record& record);

/// Adds what belongs to the question to the record's body, as a paragraph of its own.
void add_body(std::string_view text, Record& record);

/// An answer as data gives it: trimmed, without a first line that only repeats the question. HTML
/// becomes Markdown.
std::string answer_text(std::string text, std::string_view question);

}  // namespace answers
