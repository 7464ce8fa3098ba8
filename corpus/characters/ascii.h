#pragma once

namespace answers {

// What a byte of UTF-8 is by itself. Bytes of characters beyond ASCII are none of these but
// is_word_byte().
constexpr bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
constexpr bool is_lower(char byte) { return byte >= 'a' && byte <= 'z'; }
constexpr bool is_upper(char byte) { return byte >= 'A' && byte <= 'Z'; }
constexpr bool is_letter(char byte) { return is_lower(byte) || is_upper(byte); }
constexpr bool is_printable_ascii(char byte) { return byte >= ' ' && byte <= '~'; }
constexpr bool is_letter_or_digit(char byte) { return is_letter(byte) || is_digit(byte); }

/// A letter, a digit, or a part of any character beyond ASCII.
constexpr bool is_word_byte(char byte) { return is_letter_or_digit(byte) || (byte & 0x80) != 0; }

}  // namespace answers
