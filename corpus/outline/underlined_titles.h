#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace answers {

struct TextLines;

/// A title as reStructuredText and plain text have it: underlined with a row of one sign, perhaps
/// overlined with the same. Lines count from 0.
struct UnderlinedTitle {
  std::size_t line = 0;     ///< the first of it, the overline included
  std::size_t text = 0;     ///< the first below the underline
  std::uint32_t level = 0;  ///< from 1, in the order in which kinds of lines first appear
  std::string title{};      ///< as written, wrapped lines joined by a blank
};

/// Whether a line is a row of one punctuation sign, three at least.
bool is_row(std::string_view line);

/// All titles, in the order of the text. A title stands in column 0 (or between two rows) with a
/// blank line before it, and its row is no shorter than two thirds of it or, where the document is
/// one of reStructuredText (`markup`), than four signs: docutils warns and goes on. `most_lines`:
/// so many may a wrapped title have. O(length).
std::vector<UnderlinedTitle> underlined_titles(const TextLines& lines, std::size_t most_lines,
                                               bool markup);

}  // namespace answers
