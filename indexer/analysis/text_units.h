#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace answers {

/// A part of a text that is not cut: a sentence, a list item, a heading, a row of a table, a block
/// of code.
struct TextUnit {
  enum class Kind : std::uint8_t { sentence, item, heading, row, code };
  std::size_t begin = 0;  ///< bytes of the text, blanks around left out
  std::size_t end = 0;
  Kind kind = Kind::sentence;
};

/// The units of Markdown or plain text, in order, never overlapping. O(length).
std::vector<TextUnit> text_units(std::string_view text);

}  // namespace answers
