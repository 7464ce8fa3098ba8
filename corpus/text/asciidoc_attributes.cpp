#include "corpus/text/asciidoc_attributes.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace answers {

bool take_attribute_entry(std::string_view line, AsciidocAttributes& attributes) {
  if (!line.starts_with(':')) return false;
  line = trimmed(line);
  const std::size_t end = line.find(':', 1);
  if (end == std::string_view::npos || (end + 1 < line.size() && line[end + 1] != ' '))
    return false;
  std::string_view name = line.substr(1, end - 1);
  const bool taken_back = name.starts_with('!') || name.ends_with('!');
  if (name.starts_with('!')) name.remove_prefix(1);
  if (name.ends_with('!')) name.remove_suffix(1);
  if (name.empty() ||
      !std::ranges::all_of(name, [](char sign) { return is_word_byte(sign) || sign == '-'; }))
    return false;
  const auto known = attributes.find(name);
  if (known != attributes.end()) attributes.erase(known);
  if (taken_back) return true;
  // Names in names in names would grow without bound.
  constexpr std::size_t longest_value = 400;
  const std::string_view value = trimmed(line.substr(end + 1));
  std::string whole = with_attributes(value, attributes);
  if (whole.size() <= longest_value) attributes.emplace(name, std::move(whole));
  return true;
}

std::string with_attributes(std::string_view text, const AsciidocAttributes& attributes) {
  std::string whole;
  std::size_t from = 0;
  constexpr std::size_t longest_name = 60;
  if (!attributes.empty()) {
    for (std::size_t at = text.find('{'); at != std::string_view::npos;
         at = text.find('{', at + 1)) {
      const std::size_t length = text.substr(at + 1, longest_name).find('}');
      if (length == std::string_view::npos) continue;
      const auto known = attributes.find(text.substr(at + 1, length));
      if (known == attributes.end() || (at > 0 && text[at - 1] == '\\')) continue;
      whole.append(text.substr(from, at - from)).append(known->second);
      from = at + length + 2;
    }
  }
  return whole.append(text.substr(from));
}

}  // namespace answers
