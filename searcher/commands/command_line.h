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

/// "'xml' is none of text, json and tsv", and the one that was probably meant.
std::string none_of(std::string_view typed, const std::vector<std::string>& names);

/// What stands behind the program's name, as `app` is to parse it: `help COMMAND` is `COMMAND
/// --help`, `version` is `--version`, and what CLI11 would take apart is marked, and the mark taken
/// off again by the options, so that each of them is given what was typed. Commands must have been
/// added.
std::vector<std::string> arguments_for(CLI::App& app, const std::vector<std::string>& typed);

/// The --help of a command: what it does, how it is called, examples, then its options (or
/// commands) in the groups they were given. At most 80 columns wide; the same on every terminal. A
/// footer may hold "Examples:", shown first, and after a blank line more paragraphs, shown last.
std::string help_text(const CLI::App& command);

/// What was wrong with a command line, which is not empty, in one or two lines for the person who
/// typed it, with the right command or flag where it is a near one, and for words that are no
/// command with the search for them. No line end behind the last line.
std::string explain_parse_error(const CLI::App& app, const CLI::ParseError& error,
                                const std::vector<std::string>& typed);

}  // namespace answers
