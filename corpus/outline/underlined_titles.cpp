#include "corpus/outline/underlined_titles.h"

#include "corpus/characters/characters.h"
#include "corpus/input/text_lines.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace answers {
namespace {

constexpr std::size_t shortest_row = 3;
/// A shorter one below a longer title of reStructuredText is none.
constexpr std::size_t shortest_short_row = 4;
/// No title is longer, wherever it wraps.
constexpr std::size_t longest_title = 300;

std::string_view without_end(std::string_view line) {
  while (line.ends_with(' ') || line.ends_with('\t')) line.remove_suffix(1);
  return line;
}

/// The characters of UTF-8 text.
std::size_t length_of(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char byte) { return (byte & 0xC0) != 0x80; }));
}

bool is_title_text(std::string_view line) {
  const bool quoted = line.starts_with('>');  // of a mail
  return !quoted && !is_blank(line) && !is_row(line) && line.size() <= longest_title;
}

}  // namespace

bool is_row(std::string_view line) {
  line = without_end(line);
  if (line.size() < shortest_row) return false;
  const char sign = line.front();
  const bool letter =
      (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z') || (sign >= '0' && sign <= '9');
  if (sign <= ' ' || (sign & 0x80) != 0 || letter) return false;
  return line.find_first_not_of(sign) == std::string_view::npos;
}

std::vector<UnderlinedTitle> underlined_titles(const TextLines& lines, std::size_t most_lines,
                                               bool markup) {
  std::vector<UnderlinedTitle> titles;
  std::map<std::pair<char, bool>, std::uint32_t> levels;
  for (std::size_t row = 1; row < lines.count(); ++row) {
    const std::string_view underline = without_end(lines.line(row));
    if (!is_row(underline)) continue;
    std::size_t first = row;
    while (first > 0 && row - first < most_lines && is_title_text(lines.line(first - 1))) --first;
    if (first == row) continue;
    // The row above may be the underline of the title above.
    const bool overlined = first > 0 && is_row(lines.line(first - 1)) &&
                           lines.line(first - 1).front() == underline.front() &&
                           (titles.empty() || titles.back().text < first);
    const std::size_t above = overlined ? first - 1 : first;
    const bool apart = above == 0 || is_blank(lines.line(above - 1)) ||
                       lines.line(above - 1).starts_with(".. ") ||
                       (!titles.empty() && titles.back().text == above);
    const char begin = lines.line(first).front();
    std::size_t width = 0;
    std::string title;
    for (std::size_t i = first; i < row; ++i) {
      if (!title.empty()) title += ' ';
      title += trimmed(lines.line(i));
      width = std::max(width, length_of(without_end(lines.line(i))));
    }
    const bool indented = begin == ' ' || begin == '\t';
    const bool long_enough =
        underline.size() * 3 >= width * 2 || (markup && underline.size() >= shortest_short_row);
    if (!apart || (indented && !overlined) || !long_enough) continue;
    const auto level = levels.try_emplace({underline.front(), overlined},
                                          static_cast<std::uint32_t>(levels.size() + 1));
    titles.push_back({above, row + 1, level.first->second, std::move(title)});
  }
  return titles;
}

}  // namespace answers
