#pragma once

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

/// The number a question begins with: "12.", "(3)", "2-2-1 ", "4、", "1.2.3 ". Where it ends behind
/// its punctuation, and the number itself; `size` 0 when there is none.
struct LeadingNumber {
  std::string_view number{};
  std::size_t size = 0;
};
LeadingNumber leading_number(std::string_view text);

/// How many bytes a Roman numeral or a lone letter takes that counts the question behind it, its
/// mark and blank with it: "IV. ", "b) ", "(ii) "; 0 when there is none. "C. " is somebody's name.
std::size_t leading_ordinal(std::string_view text);

/// How many bytes a number of Chinese numerals takes that counts the question behind it, its mark
/// with it: "三、", "十二、"; 0 when there is none.
std::size_t leading_chinese_number(std::string_view text);

/// The value of a Roman numeral of I, V and X ("xiv" is 14); 0 for any other text.
std::size_t roman_value(std::string_view numeral);

/// Markup of Markdown and HTML taken away from one line's text: links become their text, images
/// their description, emphasis, tags and escapes go, `code spans` and $formulas$ stay. O(length).
std::string plain_inline(std::string_view markdown);

}  // namespace answers
