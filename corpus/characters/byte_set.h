#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace answers {

/// A set of bytes that texts are searched for: one look into a table for each byte of a text, where
/// std::string_view::find_first_of() calls memchr() on the set for each, some 20 instructions.
class ByteSet {
 public:
  constexpr explicit ByteSet(std::string_view bytes) {
    for (const char byte : bytes) holds_[static_cast<unsigned char>(byte)] = true;
  }

  constexpr bool contains(char byte) const { return holds_[static_cast<unsigned char>(byte)]; }

  /// Where the first byte of text[at…] stands that is in the set; text.size(): nowhere.
  constexpr std::size_t first_in(std::string_view text, std::size_t at = 0) const {
    while (at < text.size() && !contains(text[at])) ++at;
    return at;
  }

  /// Where the first byte of text[at…] stands that is not in the set; text.size(): nowhere.
  constexpr std::size_t first_beyond(std::string_view text, std::size_t at = 0) const {
    while (at < text.size() && contains(text[at])) ++at;
    return at;
  }

 private:
  std::array<bool, 256> holds_{};
};

}  // namespace answers
