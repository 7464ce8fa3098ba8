#pragma once

#include "corpus/wording/leading_number.h"

#include <string>
#include <string_view>
#include <vector>

namespace answers {

/// One question as people dress it up, taken apart.
struct QuestionText {
  std::string text{};               ///< one line of plain text; only `code spans` keep their markup
  std::string number{};             ///< "17a" of "Question 17a.", "2.3" of "2.3) …"
  std::string difficulty{};         ///< "easy", "medium", "hard" of "[E]", "(★☆☆)", "👶"
  std::string source{};             ///< of "[[src](https://…)]": the address
  std::string anchor{};             ///< of <a name="…">, <span id="…">, {#…}, without '#'
  std::vector<std::string> tags{};  ///< of <!-- tags: (…) -->
};

/// What the line(s) of a question say, without heading marks, list marks, label ("Q3:"), number,
/// emphasis, emoji at the ends, anchors, tags of HTML, and with the text of a link for the link.
/// O(length).
QuestionText clean_question(std::string_view raw);

/// Plain text of a heading that is a topic: as clean_question().text, but its number stays.
std::string clean_heading(std::string_view raw);

/// Markup of Markdown and HTML taken away from one line's text: links become their text, images
/// their description, emphasis, tags and escapes go, `code spans` and $formulas$ stay. O(length).
std::string plain_inline(std::string_view markdown);

}  // namespace answers
