#pragma once

#include <string>
#include <string_view>

namespace answers {

/// trimmed() of a text that begins or ends with another sign than a visible one of ASCII.
std::string_view trimmed_of_rare_signs(std::string_view text);

/// Text without what is invisible at its ends: white space of any kind (U+00A0, U+3000 …) and signs
/// of no width (U+200B, U+200D, U+FE0F, U+FEFF …).
inline std::string_view trimmed(std::string_view text) {
  const auto is_visible = [](char byte) { return static_cast<signed char>(byte) > ' '; };
  const bool is_plain = !text.empty() && is_visible(text.front()) && is_visible(text.back());
  return is_plain ? text : trimmed_of_rare_signs(text);
}

/// Whether `trimmed` would leave nothing.
bool is_blank(std::string_view text);

/// What two texts are compared by: their words, made of letters and digits (case folded, NFKC),
/// with one blank between two words and none at the ends. "**What's a k-NN?**" is "what s a k nn".
std::string folded_words(std::string_view text);

/// folded_words() without the blanks.
std::string folded_letters(std::string_view text);

/// Letters without their accents and strokes ("é" is "e", "ł" is "l"), by which names are compared
/// that people type without them. O(length).
std::string without_accents(std::string_view text);

/// How many words a text has: runs of letters and digits; each Chinese, Japanese or Korean sign is
/// half a word, rounded up.
std::size_t count_words(std::string_view text);

/// Whether a text ends in a question mark of any script, emphasis and blanks behind it allowed.
bool ends_in_question_mark(std::string_view text);

/// Makes Hangul and kana that were taken apart into letters and marks (names of files and texts of
/// macOS, NFD) the syllables they are (NFC). Other text is left alone. O(length).
void compose_syllables(std::string& text);

/// ASCII alone, as in the names of tags and extensions.
std::string lower_ascii(std::string_view text);
bool starts_with_ignoring_case(std::string_view text, std::string_view lower_case_prefix);

/// C0 and C1 controls but tab and line end, and DEL: what commands a terminal.
bool is_control(char32_t character);
/// What takes no room or turns the direction of what follows (zero width, bidirectional controls,
/// U+2028, tags …): nobody sees it, so it can only mislead.
bool is_invisible(char32_t character);

/// JSON text with every control and invisible character written as \uXXXX: the same document on as
/// many lines for every reader of lines, that can be looked at safely. Where there are none, the
/// text itself. O(length).
std::string printable_json(std::string json);

}  // namespace answers
