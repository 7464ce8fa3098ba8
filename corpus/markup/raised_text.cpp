#include "corpus/markup/raised_text.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/characters/encoding.h"

#include <algorithm>

namespace answers {
namespace {

/// `text`, trimmed, with each of its signs replaced by the raised (or lowered) one; empty where one
/// has none.
std::string shifted(std::string_view text, bool raised) {
  static constexpr std::string_view up[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  static constexpr std::string_view down[] = {"₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"};
  std::string result;
  while (!text.empty()) {
    const char32_t character = take_character(text);
    if (character >= U'0' && character <= U'9') {
      result += (raised ? up : down)[character - U'0'];
    } else if (character == U'+') {
      result += raised ? "⁺" : "₊";
    } else if (character == U'-' || character == U'\u2212') {
      result += raised ? "⁻" : "₋";
    } else {
      return {};
    }
  }
  return result;
}

}  // namespace

std::string raised_or_lowered(std::string_view before, std::string_view inner, bool raised) {
  static constexpr std::string_view endings[] = {"st",  "nd", "rd", "th", "er", "re", "e", "ère",
                                                 "ème", "º",  "ª",  "o",  "a",  "os", "as"};
  constexpr std::size_t longest = 24;
  const std::string_view text = trimmed(inner);
  const char last = before.empty() ? ' ' : before.back();
  const bool digit = last >= '0' && last <= '9';
  const bool joins = is_letter_or_digit(last) || last == ')' || last < 0;
  if (!joins || text.empty() || text.size() > longest ||
      text.find_first_of(" []\n") != std::string_view::npos || !is_utf8(text))
    return std::string(inner);
  if (raised && digit && std::ranges::find(endings, text) != std::end(endings))
    return std::string(inner);
  if (std::string signs = shifted(text, raised); !signs.empty() && !(raised && digit)) return signs;
  const bool is_word =
      std::ranges::all_of(text, [](char byte) { return is_letter_or_digit(byte) || byte == '-'; });
  // "M<sup>me</sup>", "Brand<sup>TM</sup>"
  if (raised && !digit && is_word && text.size() > 1 && text[0] > '9') return std::string(inner);
  const std::string_view mark = raised ? "^" : "_";
  std::string result(mark);
  if (is_word) return result.append(text);
  return result.append("(").append(text).append(")");
}

}  // namespace answers
