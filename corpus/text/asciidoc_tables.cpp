#include "corpus/text/asciidoc_tables.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"

#include <algorithm>

namespace answers {
namespace {

/// The next bar that begins a cell.
std::size_t next_bar(std::string_view text, std::size_t at) {
  at = text.find('|', at);
  while (at != std::string_view::npos && at > 0 && text[at - 1] == '\\')
    at = text.find('|', at + 1);
  return at;
}

/// Without what says of the next cell how it is set: "a", "2+", "^.^s".
std::string_view without_span(std::string_view cell) {
  const std::size_t blank = cell.find_last_of(" \t");
  if (blank == std::string_view::npos) return cell;
  const bool span =
      cell.find_first_not_of("0123456789.+*<>^aehlmsdv", blank + 1) == std::string_view::npos &&
      cell.size() - blank <= 5;
  return span ? cell.substr(0, blank) : cell;
}

}  // namespace

std::vector<MarkupRow> asciidoc_rows(std::span<const std::string_view> lines, std::size_t columns) {
  std::vector<MarkupRow> rows;
  for (std::size_t line = 0; line < lines.size(); ++line) {
    const std::string_view text = trimmed(lines[line]);
    std::size_t cells = 0;
    for (std::size_t bar = next_bar(text, 0); bar != std::string_view::npos; ++cells) {
      const std::size_t next = next_bar(text, bar + 1);
      const std::string_view cell = text.substr(bar + 1, next - bar - 1);
      if (rows.empty() || (columns > 0 && rows.back().cells.size() == columns))
        rows.push_back({line, line, {}});
      rows.back().cells.emplace_back(
          trimmed(next == std::string_view::npos ? cell : without_span(cell)));
      bar = next;
    }
    if (cells == 0 && !rows.empty() && !rows.back().cells.empty())
      rows.back().cells.back().append("\n").append(text);
    if (columns == 0 && cells > 0) columns = cells;
    if (!rows.empty() && (cells > 0 || !text.empty())) rows.back().last = line + 1;
  }
  return rows;
}

std::size_t asciidoc_columns(std::string_view attributes) {
  const std::size_t at = attributes.find("cols=");
  if (at == std::string_view::npos) return 0;
  std::string_view value = attributes.substr(at + 5);
  const char quote = value.empty() ? ' ' : value.front();
  const bool quoted = quote == '"' || quote == '\'';
  value = quoted ? value.substr(1, value.find(quote, 1) - 1)
                 : value.substr(0, value.find_first_of(",]"));
  if (const std::size_t star = value.find('*'); star == 1 && is_digit(value.front()))
    return static_cast<std::size_t>(value.front() - '0');
  return static_cast<std::size_t>(std::ranges::count(value, ',')) + 1;
}

}  // namespace answers
