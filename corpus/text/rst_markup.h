#pragma once

#include <string>
#include <string_view>

namespace answers {

/// ".. name:: argument".
struct RstDirective {
  std::string_view name{};  ///< empty: the line is none
  std::string_view argument{};
};
RstDirective rst_directive(std::string_view line);

/// The text of a title without inline markup; ``code`` becomes `code`.
std::string plain_rst(std::string_view rst);

/// A part of a document as Markdown: code blocks, doctests and tables as fences, notes with their
/// name, titles as headings, links with their addresses, roles as code or as their text. Indents
/// stay. O(length).
std::string rst_to_markdown(std::string_view rst);

}  // namespace answers
