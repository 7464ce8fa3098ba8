#pragma once

#include <string>
#include <string_view>

/// Markdown as the HTML of a flash card, on one line: Anki takes line ends for the next card. HTML
/// of the collection is shown as text, and addresses lead to http, https, ftp, mailto or to a file
/// beside the card, else nowhere: a card may run scripts. Formulas stand between \( \) and \[ \],
/// which Anki hands to MathJax.
namespace answers {

/// Paragraphs, lists, tables, code. O(length).
std::string card_html(std::string_view markdown);

/// The same of one line that is no heading, item or quotation, whatever it begins with: a question.
std::string card_html_of_line(std::string_view line);

}  // namespace answers
