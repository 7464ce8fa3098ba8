#pragma once

#include "searcher/display/terminal.h"

#include <iosfwd>
#include <string_view>

namespace answers {

/// Renders Markdown for a terminal: headings, lists, tables, quotes and code, wrapped at
/// `terminal.columns` with every line set in by `indent` columns. Code is never wrapped. Any text
/// is valid Markdown; what is not understood is printed as it stands. O(length).
void print_markdown(std::string_view markdown, std::size_t indent, const Terminal& terminal,
                    std::ostream& out);

}  // namespace answers
