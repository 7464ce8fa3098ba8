#include "searcher/pages/html_text.h"

#include "corpus/characters/characters.h"
#include "corpus/characters/encoding.h"

#include <algorithm>

namespace answers {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

/// LRE … RLO, LRI … PDI: what they begin would go on behind the record that has them.
bool turns_direction(char32_t character) {
  return (character >= 0x202A && character <= 0x202E) ||
         (character >= 0x2066 && character <= 0x2069);
}

/// How many bytes the character at the beginning of `text` has; 0 when it is none.
std::size_t length_of_character(std::string_view text) {
  const auto first = static_cast<unsigned char>(text.front());
  const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  return length <= text.size() && is_utf8(text.substr(0, length)) ? length : 0;
}

}  // namespace

std::string html_text(std::string_view text) {
  std::string html;
  html.reserve(text.size() + text.size() / 8);
  while (!text.empty()) {
    const char c = text.front();
    if (c == '&') {
      html += "&amp;";
    } else if (c == '<') {
      html += "&lt;";
    } else if (c == '>') {
      html += "&gt;";
    } else if (c == '"') {
      html += "&quot;";
    } else if (c == '\'') {
      html += "&#39;";
    } else if (c >= ' ' && c < 0x7F) {
      html += c;
    } else {
      const std::size_t length = length_of_character(text);
      if (length == 0) {
        html += replacement;
      } else {
        std::string_view rest = text.substr(0, length);
        const char32_t character = take_character(rest);
        if (is_control(character)) {
          html += replacement;
        } else if (!turns_direction(character)) {
          html += text.substr(0, length);
        }
        text.remove_prefix(length - 1);
      }
    }
    text.remove_prefix(1);
  }
  return html;
}

std::string marked_text(std::string_view text, std::span<const Range> marks, std::size_t base) {
  std::string html;
  std::size_t done = 0;
  const std::size_t end = base + text.size();
  for (const Range& mark : marks) {
    const std::size_t from = std::max(mark.begin, base + done);
    const std::size_t to = std::min(mark.end, end);
    if (from >= to) continue;
    html += html_text(text.substr(done, from - base - done));
    html += "<mark>" + html_text(text.substr(from - base, to - from)) + "</mark>";
    done = to - base;
  }
  return html + html_text(text.substr(done));
}

}  // namespace answers
