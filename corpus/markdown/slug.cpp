#include "corpus/markdown/slug.h"

#include "corpus/characters.h"
#include "corpus/question_text.h"

#include <utf8proc.h>

#include <array>

namespace answers::markdown {

std::string slug(std::string_view plain_heading) {
  std::string made;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(plain_heading.data());
  auto left = static_cast<utf8proc_ssize_t>(plain_heading.size());
  while (left > 0) {
    utf8proc_int32_t value = -1;
    auto used = utf8proc_iterate(bytes, left, &value);
    if (used <= 0) {
      used = 1;
      value = -1;
    }
    bytes += used;
    left -= used;
    if (value == ' ' || value == '-' || value == '_') {
      made += value == ' ' ? '-' : static_cast<char>(value);
      continue;
    }
    const auto category = value < 0 ? UTF8PROC_CATEGORY_CN : utf8proc_category(value);
    if (category < UTF8PROC_CATEGORY_LU || category > UTF8PROC_CATEGORY_NO) continue;
    std::array<utf8proc_uint8_t, 4> encoded{};
    const auto size = utf8proc_encode_char(utf8proc_tolower(value), encoded.data());
    made.append(reinterpret_cast<const char*>(encoded.data()), static_cast<std::size_t>(size));
  }
  return made;
}

Slugs::Slugs(const Document& document) {
  std::unordered_map<std::string, std::size_t> seen;
  for (const Heading& heading : document.headings()) {
    if (document.is_code(heading.line)) continue;
    std::string made = slug(trimmed(plain_inline(heading.title)));
    const std::size_t before = seen[made]++;
    if (before > 0) made.append("-").append(std::to_string(before));
    by_line_.emplace(heading.line, std::move(made));
  }
}

std::string Slugs::of_heading_at(std::size_t line) const {
  const auto found = by_line_.find(line);
  return found == by_line_.end() ? std::string() : found->second;
}

}  // namespace answers::markdown
