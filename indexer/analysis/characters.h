#pragma once

#include <array>
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

/// What the bytes of ASCII are to the fast path.
enum class Byte : std::uint8_t { blank, lower, upper, digit, connects, beyond_ascii };

inline constexpr std::array<Byte, 256> byte_kinds = [] {
  std::array<Byte, 256> kinds{};
  for (std::size_t c = 0; c < 256; ++c) {
    if (c >= 'a' && c <= 'z') kinds[c] = Byte::lower;
    if (c >= 'A' && c <= 'Z') kinds[c] = Byte::upper;
    if (c >= '0' && c <= '9') kinds[c] = Byte::digit;
    if (c >= 0x80) kinds[c] = Byte::beyond_ascii;
  }
  for (const char c : {'\'', '-', '_', '.', '/', ':', '&', '+', '#'})
    kinds[static_cast<unsigned char>(c)] = Byte::connects;
  return kinds;
}();

inline Byte kind_at(std::string_view text, std::size_t at) {
  return byte_kinds[static_cast<unsigned char>(text[at])];
}

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

inline bool is_word_kind(CharacterKind kind) {
  return kind == CharacterKind::lower || kind == CharacterKind::upper ||
         kind == CharacterKind::digit;
}

/// Whether a letter or digit stands at text[at].
inline bool word_begins(std::string_view text, std::size_t at) {
  return at < text.size() && is_word_kind(read_character(text, at).kind);
}

/// Whether a text is written in capitals throughout, and so says nothing with them. O(1).
bool is_shouted(std::string_view text);

}  // namespace answers
