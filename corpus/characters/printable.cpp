#include "corpus/characters/printable.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"

#include <utf8proc.h>

#include <algorithm>

namespace answers {

std::string printable(std::string_view text) {
  constexpr std::string_view replacement = "\xEF\xBF\xBD";
  std::string safe;
  safe.reserve(text.size());
  const auto is_plain = [](char c) { return is_printable_ascii(c) || c == '\n' || c == '\t'; };
  while (!text.empty()) {
    if (const auto* end = std::ranges::find_if_not(text, is_plain); end != text.begin()) {
      const auto length = static_cast<std::size_t>(end - text.begin());
      safe += text.substr(0, length);
      text.remove_prefix(length);
      continue;
    }
    utf8proc_int32_t code_point = 0;
    const auto used = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                       static_cast<utf8proc_ssize_t>(text.size()), &code_point);
    const std::size_t size = used > 0 ? static_cast<std::size_t>(used) : 1;
    if (used <= 0 || is_control(static_cast<char32_t>(code_point))) {
      safe += replacement;
    } else if (!is_invisible(static_cast<char32_t>(code_point))) {
      safe += text.substr(0, size);
    }
    text.remove_prefix(size);
  }
  return safe;
}

std::string printable_line(std::string_view text) {
  std::string line = printable(text);
  std::ranges::replace_if(
      line, [](char c) { return c == '\t' || c == '\n'; }, ' ');
  return line;
}

}  // namespace answers
