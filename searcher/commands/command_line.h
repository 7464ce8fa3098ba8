#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace answers {

/// The candidate nearest to a mistyped word: at most two edits away (one for words of up to three
/// letters); empty when none is. Edits: insert, delete, replace, swap of neighbours.
std::string nearest(std::string_view typed, const std::vector<std::string>& candidates);

/// The --help of a command: what it does, how it is called, examples, then its options (or
/// commands) in the groups they were given. At most 80 columns wide; the same on every terminal. A
/// footer may hold "Examples:", shown first, and after a blank line more paragraphs, shown last.
std::string help_text(const CLI::App& command);

/// What was wrong with a command line, which is not empty, in one or two lines for the person who
/// typed it, with the right command or flag where it is a near one. No line end behind the last
/// line.
std::string explain_parse_error(const CLI::App& app, const CLI::ParseError& error,
                                const std::vector<std::string>& arguments);

}  // namespace answers
