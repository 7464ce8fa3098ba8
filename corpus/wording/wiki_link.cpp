#include "corpus/wording/wiki_link.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"

#include <algorithm>

namespace answers {

std::optional<WikiLink> leading_wiki_link(std::string_view text) {
  constexpr std::size_t longest = 200;  // bytes of a page's name and a label
  if (!text.starts_with("[[")) return std::nullopt;
  const std::size_t end = text.find_first_of("[]\n", 2);
  if (end == std::string_view::npos || end > longest || !text.substr(end).starts_with("]]"))
    return std::nullopt;
  const std::string_view inside = text.substr(2, end - 2);
  const auto is_wordy = [](char sign) { return is_letter(sign) || (sign & 0x80) != 0; };
  if (inside.empty() || !(is_wordy(inside.front()) || is_digit(inside.front())) ||
      std::ranges::none_of(inside, is_wordy) || inside.back() == ' ')
    return std::nullopt;
  const std::size_t bar = inside.find('|');
  if (bar != std::string_view::npos) {
    const std::string_view label = trimmed(inside.substr(bar + 1));
    if (label.empty() || label.front() == '|') return std::nullopt;
    return WikiLink{label, end + 2};
  }
  const bool attribute = std::ranges::all_of(inside, [](char sign) {
    return is_lower(sign) || is_digit(sign) || sign == '_' || sign == ':';
  });
  if (attribute || inside.find_first_of(",\"") != std::string_view::npos) return std::nullopt;
  return WikiLink{inside, end + 2};
}

}  // namespace answers
