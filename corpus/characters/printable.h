#pragma once

#include <string>
#include <string_view>

/// Text of a collection, names of its files among it, is a stranger: nothing of it reaches a
/// terminal but through these.
namespace answers {

/// `text` without what could command a terminal or mislead its reader: C0 and C1 controls become
/// U+FFFD (newline and tab stay), bidirectional overrides and isolates, zero-width characters and
/// invalid UTF-8 vanish or become U+FFFD. O(length).
std::string printable(std::string_view text);

/// The same on one line: tabs and line ends are blanks.
std::string printable_line(std::string_view text);

}  // namespace answers
