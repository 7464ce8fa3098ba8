#pragma once

#include <string>
#include <string_view>

namespace answers {

/// The text of a DOCX document (its word/document.xml) as Markdown: headings by their styles,
/// lists, tables, bold paragraphs; fields, comments and what was deleted left out. What is no such
/// document is empty. O(length).
std::string markdown_of_docx(std::string_view xml);

/// The same of an ODT document (its content.xml).
std::string markdown_of_odt(std::string_view xml);

}  // namespace answers
