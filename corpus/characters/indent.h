#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace answers {

/// How far the first sign of a line of plain text stands from the left, a TAB going to the next
/// multiple of 8, as terminals do. Of a blank line: its width.
std::size_t indent_of(std::string_view line);

/// The lines of `text` without their ends; what follows the last end is one unless it is empty.
/// Views of `text`. O(length).
std::vector<std::string_view> lines_in(std::string_view text);

/// Lines without the white space that all of them begin with, blank ones aside: TABs and blanks are
/// compared as they are, so nothing within moves. O(length).
std::string without_common_indent(std::string text);

}  // namespace answers
