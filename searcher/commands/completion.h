#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

namespace answers {

/// The script that makes a shell complete the command line of `answers`: "bash", "zsh" or "fish".
/// Each asks `answers __complete WORD…`, so that what is completed is what this program understands
/// and this index holds. Empty for another shell.
std::string_view completion_script(std::string_view shell);

/// What the last of `words` (those behind "answers") may become, a line each: the word, and behind
/// a tab what it means. Commands, flags and choices come from the option tree of `app`; ids, tags,
/// sections and words out of the index. Nothing where files are meant, or the index cannot be read.
void complete(const CLI::App& app, const std::vector<std::string>& words, std::ostream& out);

}  // namespace answers
