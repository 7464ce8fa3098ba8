#pragma once

#include <string>
#include <string_view>

namespace answers {

/// Whether all of `text` is valid UTF-8 (no surrogates, nothing above U+10FFFF, no long forms).
/// O(length), at the speed of memory.
bool is_utf8(std::string_view text);

/// Appends `code_point` to `text`; what no character is (a surrogate, above U+10FFFF) as U+FFFD.
void append_utf8(std::string& text, char32_t code_point);

/// The character at the beginning of `text`, which is valid UTF-8 and not empty; takes it away.
char32_t take_character(std::string_view& text);

/// The single-byte encodings that text is found in when it is not, or once was not, UTF-8.
enum class CodePage { windows_1252, mac_roman };

/// The character that `byte` stands for. The five bytes that Windows-1252 leaves open are the C1
/// controls of their number, as browsers read them.
char32_t decode(CodePage page, unsigned char byte);

/// The byte (0x80–0xFF) that stands for `character`, or 0 when none does. For Windows-1252 all C1
/// controls have a byte: what was read as Latin-1 counts as well.
unsigned char encode(CodePage page, char32_t character);

/// Appends `bytes`, read as Windows-1252, to `text`.
void append_windows_1252(std::string& text, std::string_view bytes);

/// Appends `bytes`, read as UTF-16, to `text`. An odd last byte and lone surrogates become U+FFFD.
void append_utf16(std::string& text, std::string_view bytes, bool big_endian);

}  // namespace answers
