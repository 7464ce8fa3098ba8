#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace answers {

/// What a character is to the analysis of words.
enum class CharacterKind : std::uint8_t {
  other,     ///< separates words, unless `sign` says that it may connect them
  lower,     ///< a letter, of a script without case too
  upper,     ///< a capital
  digit,     ///< any number
  mark,      ///< belongs to the letter before it
  unspaced,  ///< of a script that writes no blanks between words: Han, Kana, Hangul, Thai, Khmer …
  invisible,  ///< soft hyphen, zero-width: as if it were not there
};

struct Character {
  CharacterKind kind = CharacterKind::other;
  std::uint8_t length = 1;  ///< bytes
  /// The ASCII sign that it is or looks like: '-' for U+2010, '\'' for U+2019; 0 for none.
  char sign = 0;
  char32_t code_point = 0;
};

/// What read_character() and append_folded() do about what is not ASCII.
Character read_character_beyond_ascii(std::string_view text, std::size_t at);
void append_folded_beyond_ascii(std::string& folded, char32_t code_point);

/// The character at text[at], at < text.size(). A byte that is not UTF-8 is `other`, of length 1.
inline Character read_character(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte >= 0x80) return read_character_beyond_ascii(text, at);
  Character character{.code_point = byte};
  if (byte >= 'a' && byte <= 'z') {
    character.kind = CharacterKind::lower;
  } else if (byte >= 'A' && byte <= 'Z') {
    character.kind = CharacterKind::upper;
  } else if (byte >= '0' && byte <= '9') {
    character.kind = CharacterKind::digit;
  } else {
    character.sign = static_cast<char>(byte);
  }
  return character;
}

/// Appends `code_point` as words are compared: NFKC_Casefold; without diacritics on Latin and Greek
/// letters; ё as е; voiced Kana as one character. Marks may change the character before them.
inline void append_folded(std::string& folded, char32_t code_point) {
  if (code_point >= 0x80) {
    append_folded_beyond_ascii(folded, code_point);
    return;
  }
  const bool capital = code_point >= 'A' && code_point <= 'Z';
  folded += static_cast<char>(capital ? code_point + ('a' - 'A') : code_point);
}

}  // namespace answers
