#pragma once

#include "corpus/characters/printable.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace answers {

/// When to colour: `--color`.
enum class ColorChoice { automatic, always, never };

/// What is known of the place that text is printed to.
struct Terminal {
  bool is_terminal = false;  ///< a person looks at it; else a pipe or a file
  std::size_t columns = 80;  ///< to wrap at
  std::size_t rows = 24;
  bool color = false;        ///< may use escape sequences for bold, underline, colour
  bool links = false;        ///< may use OSC 8 hyperlinks
  std::string editor_uri{};  ///< opens a file: a URI with {path} and {line} in it
};

/// The URI that opens a file at a line with `terminal.editor_uri`, percent-encoded. A relative path
/// is taken from the working directory.
std::string file_uri(const Terminal& terminal, std::string_view path, std::size_t line);

/// `text` with each byte that is not printable ASCII, or that is one of `also`, as %XX.
std::string percent_encoded(std::string_view text, std::string_view also);

/// Looks at file descriptor `descriptor` and the environment (COLUMNS, NO_COLOR, CLICOLOR_FORCE,
/// FORCE_COLOR, TERM, ANSWERS_EDITOR_URI). Flag > environment > whether it is a terminal.
Terminal look_at_terminal(int descriptor, ColorChoice choice);

/// Characters (code points) of a text. O(length).
std::size_t count_characters(std::string_view text);

/// Columns that printable text without newlines takes: 2 for wide characters, 0 for combining ones.
std::size_t display_width(std::string_view text);

}  // namespace answers
