#include "corpus/markdown/slug.h"

#include "corpus/characters/characters.h"
#include "corpus/wording/question_text.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <unordered_map>

namespace answers::markdown {

namespace {

/// What an ASCII character is in an anchor; 0: dropped.
constexpr std::array<char, 128> of_ascii = [] {
  std::array<char, 128> table{};
  for (const char kept : std::string_view("0123456789abcdefghijklmnopqrstuvwxyz-_"))
    table[static_cast<unsigned char>(kept)] = kept;
  for (std::size_t letter = 'A'; letter <= 'Z'; ++letter)
    table[letter] = static_cast<char>(letter + ('a' - 'A'));
  table[' '] = '-';
  return table;
}();

}  // namespace

std::string slug(std::string_view plain_heading) {
  // No character takes more bytes in lower case than twice its own.
  std::string made(2 * plain_heading.size(), '\0');
  char* out = made.data();
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(plain_heading.data());
  auto left = static_cast<utf8proc_ssize_t>(plain_heading.size());
  while (left > 0) {
    if (*bytes < 0x80) {
      const char byte = of_ascii[*bytes++];
      --left;
      *out = byte;
      out += byte != '\0' ? 1 : 0;
      continue;
    }
    utf8proc_int32_t value = -1;
    auto used = utf8proc_iterate(bytes, left, &value);
    if (used <= 0) {
      used = 1;
      value = -1;
    }
    bytes += used;
    left -= used;
    const auto category = value < 0 ? UTF8PROC_CATEGORY_CN : utf8proc_category(value);
    if (category < UTF8PROC_CATEGORY_LU || category > UTF8PROC_CATEGORY_NO) continue;
    out += utf8proc_encode_char(utf8proc_tolower(value), reinterpret_cast<utf8proc_uint8_t*>(out));
  }
  made.resize(static_cast<std::size_t>(out - made.data()));
  return made;
}

Slugs::Slugs(const Document& document) {
  std::unordered_map<std::string_view, std::size_t> seen;  // the first of each, in by_line_
  seen.reserve(document.headings().size());
  by_line_.reserve(document.headings().size());
  for (const Heading& heading : document.headings()) {
    if (document.is_code(heading.line) || heading.title.size() > longest_title) continue;
    std::string& made =
        by_line_.emplace_back(heading.line, slug(trimmed(plain_inline(heading.title)))).second;
    const std::size_t before = seen[made]++;
    if (before > 0) made.append("-").append(std::to_string(before));
  }
}

std::string_view Slugs::of_heading_at(std::size_t line) const {
  const auto found =
      std::ranges::lower_bound(by_line_, line, {}, &std::pair<std::size_t, std::string>::first);
  return found == by_line_.end() || found->first != line ? std::string_view() : found->second;
}

}  // namespace answers::markdown
