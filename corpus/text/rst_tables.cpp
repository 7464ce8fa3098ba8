#include "corpus/text/rst_tables.h"

#include "corpus/characters/characters.h"
#include "corpus/characters/indent.h"
#include "corpus/outline/outline.h"
#include "corpus/text/rst_markup.h"
#include "corpus/values/table_rows.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace answers {
namespace {

bool consists_of(std::string_view line, std::string_view signs) {
  return !line.empty() && line.find_first_not_of(signs) == std::string_view::npos;
}

void add_line(std::string& cell, std::string_view text) {
  if (!cell.empty()) cell += '\n';
  cell += text;
}

/// The byte of a line at a column of the screen: Chinese, Japanese and Korean take two.
std::size_t byte_at_column(std::string_view line, std::size_t column) {
  std::size_t at = 0;
  for (std::size_t seen = 0; at < line.size() && seen < column; ++at) {
    const auto byte = static_cast<unsigned char>(line[at]);
    seen += byte >= 0xE3 ? 2U : byte < 0x80 || byte >= 0xC0 ? 1U : 0U;
    while (at + 1 < line.size() && (static_cast<unsigned char>(line[at + 1]) & 0xC0) == 0x80) ++at;
  }
  return at;
}

/// The cell of a line between two columns of the screen.
std::string_view cell_between(std::string_view line, std::size_t begin, std::size_t end) {
  const std::size_t first = byte_at_column(line, begin);
  const std::string_view cell = line.substr(first);
  return trimmed(
      cell.substr(0, end == std::string_view::npos ? end : byte_at_column(cell, end - begin)));
}

std::vector<std::string_view> cells_between_bars(std::string_view line) {
  std::vector<std::string_view> cells;
  line = trimmed(line);
  line.remove_prefix(1);
  for (std::size_t bar = line.find('|'); bar != std::string_view::npos; bar = line.find('|')) {
    cells.push_back(trimmed(line.substr(0, bar)));
    line.remove_prefix(bar + 1);
  }
  return cells;
}

/// "+----+----+" above "| a  | b  |".
RstTable grid_table(const TextLines& lines, std::size_t line) {
  RstTable table;
  const std::size_t columns =
      static_cast<std::size_t>(std::ranges::count(trimmed(lines.line(line)), '+')) - 1;
  bool open = false;
  for (; line < lines.count(); ++line) {
    const std::string_view text = trimmed(lines.line(line));
    if (text.starts_with('+')) {
      open = false;
    } else if (text.starts_with('|')) {
      if (!open) table.rows.push_back({line, line, std::vector<std::string>(columns)});
      open = true;
      const auto cells = cells_between_bars(text);
      for (std::size_t i = 0; i < std::min(columns, cells.size()); ++i)
        add_line(table.rows.back().cells[i], cells[i]);
      table.rows.back().last = line + 1;
    } else {
      break;
    }
  }
  table.end = line;
  return table;
}

/// "=====  =====" above, below the names and at the end.
RstTable simple_table(const TextLines& lines, std::size_t line) {
  RstTable table;
  std::vector<std::size_t> begins;
  const std::string_view border = lines.line(line);
  for (std::size_t at = border.find('='); at != std::string_view::npos;
       at = border.find('=', std::min(border.find(' ', at), border.size())))
    begins.push_back(at);
  const auto cell = [&](std::string_view text, std::size_t column) {
    const bool last = column + 1 == begins.size();
    return cell_between(text, begins[column], last ? std::string_view::npos : begins[column + 1]);
  };
  std::size_t borders = 1;
  for (++line; line < lines.count() && borders < 3; ++line) {
    const std::string_view text = lines.line(line);
    if (consists_of(trimmed(text), "= ")) {
      ++borders;
      // Without names a table has two.
      if (line + 1 == lines.count() || is_blank(lines.line(line + 1))) borders = 3;
      continue;
    }
    if (is_blank(text) || consists_of(trimmed(text), "- ")) continue;
    // A line without a first cell goes on with the row above.
    if (table.rows.empty() || !cell(text, 0).empty())
      table.rows.push_back({line, line, std::vector<std::string>(begins.size())});
    for (std::size_t i = 0; i < begins.size(); ++i) {
      if (const std::string_view said = cell(text, i); !said.empty())
        add_line(table.rows.back().cells[i], said);
    }
    table.rows.back().last = line + 1;
  }
  table.end = borders < 3 ? 0 : line;
  return table;
}

/// "* - cell" begins a row, "- cell" below it the next cell.
RstTable list_table(const TextLines& lines, std::size_t line) {
  RstTable table;
  table.end = hanging_end(lines, line);
  std::size_t indent = 0;  // of the mark of a cell
  for (++line; line < table.end; ++line) {
    const std::string_view text = trimmed(lines.line(line));
    const std::size_t here = indent_of(lines.line(line));
    const bool row = text.starts_with("* -") && (table.rows.empty() || here + 2 == indent);
    const bool cell = text.starts_with('-') && here == indent && !table.rows.empty();
    if (row) {
      table.rows.push_back({line, line, {}});
      indent = here + 2;
    }
    if (row || cell)
      table.rows.back().cells.emplace_back(trimmed(text.substr(row ? 3 : 1)));
    else if (!table.rows.empty())
      table.rows.back().cells.back().append("\n").append(
          lines.line(line).substr(std::min(here, indent + 2)));
    if (!table.rows.empty() && !text.empty()) table.rows.back().last = line + 1;
  }
  return table;
}

RstTable csv_table(const TextLines& lines, std::size_t line) {
  RstTable table;
  table.end = hanging_end(lines, line);
  for (++line; line < table.end; ++line) {
    const std::string_view text = trimmed(lines.line(line));
    if (text.starts_with(":header:"))
      table.rows.push_back({line, line + 1, first_row(trimmed(text.substr(8)), ',')});
    if (text.empty() || text.starts_with(':')) continue;
    std::vector<std::string> cells = first_row(text, ',');
    for (std::string& cell : cells) cell = std::string(trimmed(cell));
    table.rows.push_back({line, line + 1, std::move(cells)});
  }
  return table;
}

}  // namespace

RstTable rst_table(const TextLines& lines, std::size_t line) {
  const std::string_view text = trimmed(lines.line(line));
  if (text.starts_with("+-") && consists_of(text, "+-=") && text.ends_with('+'))
    return grid_table(lines, line);
  const bool border =
      text.starts_with("==") && consists_of(text, "= ") && text.find(' ') != std::string_view::npos;
  if (border) return simple_table(lines, line);
  const RstDirective directive = rst_directive(text);
  if (directive.name == "list-table") return list_table(lines, line);
  if (directive.name == "csv-table") return csv_table(lines, line);
  return {};
}

}  // namespace answers
