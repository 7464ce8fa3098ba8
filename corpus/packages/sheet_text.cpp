#include "corpus/packages/sheet_text.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/values/xml_tree.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace answers {
namespace {

constexpr std::size_t most_columns = 256;

std::size_t number_in(std::string_view text, std::size_t otherwise) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end != text.data() ? number : otherwise;
}

/// Adds a row to a sheet, unless all its cells are blank.
void add_row(std::vector<std::string> cells, std::size_t row, SheetText& sheet) {
  while (!cells.empty() && is_blank(cells.back())) cells.pop_back();
  if (cells.empty()) return;
  std::string line;
  for (const std::string& cell : cells) {
    line += line.empty() ? "\"" : ",\"";
    for (const char sign : cell) {
      if (sign == '"') line += '"';
      if (sign != '\r') line += sign;
    }
    line += '"';
  }
  const auto lines = static_cast<std::size_t>(std::ranges::count(line, '\n')) + 1;
  sheet.row_of_line.insert(sheet.row_of_line.end(), lines, row);
  sheet.csv.append(line).append("\n");
}

/// The text of a cell or a shared string, which may be in pieces of several fonts; not how it is
/// spoken.
void append_pieces(const XmlNode& node, std::string& text) {
  for (const XmlNode& child : node.children) {
    if (child.name == "t") text += child.all_text();
    if (child.name == "r") append_pieces(child, text);
  }
}

/// The column of "C5", from 0; npos where there is none.
std::size_t column_of(std::string_view place) {
  std::size_t column = 0;
  std::size_t letters = 0;
  while (letters < place.size() && letters < 3 && is_upper(place[letters])) {
    column = column * 26 + static_cast<std::size_t>(place[letters] - 'A' + 1);
    ++letters;
  }
  return letters == 0 ? std::string_view::npos : column - 1;
}

std::string text_of_cell(const XmlNode& cell, const std::vector<std::string>& shared) {
  const std::string_view type = cell.attribute("t");
  if (type == "inlineStr") {
    std::string text;
    if (const XmlNode* const inner = cell.child("is")) append_pieces(*inner, text);
    return text;
  }
  const XmlNode* const value = cell.child("v");
  if (value == nullptr) return {};
  std::string text = value->all_text();
  if (type == "b") return text == "1" ? "TRUE" : "FALSE";
  if (type != "s") return text;
  const std::size_t number = number_in(text, shared.size());
  return number < shared.size() ? shared[number] : std::string();
}

/// The paragraphs of a cell of ODS, a line each.
std::string text_of_ods_cell(const XmlNode& cell) {
  std::string text;
  for (const XmlNode& child : cell.children) {
    if (child.name != "p") continue;
    if (!text.empty()) text += '\n';
    text += child.all_text();
  }
  return text;
}

SheetText sheet_of_table(const XmlNode& table) {
  SheetText sheet;
  sheet.name = table.attribute("name");
  std::size_t row = 1;
  const auto add_rows = [&](const XmlNode& parent, const auto& again) -> void {
    for (const XmlNode& child : parent.children) {
      if (child.name == "table-header-rows" || child.name == "table-row-group") again(child, again);
      if (child.name != "table-row") continue;
      std::vector<std::string> cells;
      for (const XmlNode& cell : child.children) {
        if (cell.name != "table-cell" && cell.name != "covered-table-cell") continue;
        const std::size_t times = number_in(cell.attribute("number-columns-repeated"), 1);
        const std::size_t left = most_columns - cells.size();
        cells.insert(cells.end(), std::min(times, left), text_of_ods_cell(cell));
      }
      add_row(std::move(cells), row, sheet);
      row += number_in(child.attribute("number-rows-repeated"), 1);
    }
  };
  add_rows(table, add_rows);
  return sheet;
}

}  // namespace

std::vector<std::string> shared_strings_of_xlsx(std::string_view xml) {
  const XmlTree tree = parse_xml(xml);
  std::vector<std::string> shared;
  for (const XmlNode& child : tree.root.children) {
    if (child.name == "si") append_pieces(child, shared.emplace_back());
  }
  return shared;
}

std::vector<std::string> sheet_names_of_xlsx(std::string_view xml) {
  const XmlTree tree = parse_xml(xml);
  std::vector<std::string> names;
  const XmlNode* const sheets = tree.root.child("sheets");
  if (sheets == nullptr) return names;
  for (const XmlNode& sheet : sheets->children) {
    if (sheet.name == "sheet") names.emplace_back(sheet.attribute("name"));
  }
  return names;
}

SheetText sheet_of_xlsx(std::string_view xml, const std::vector<std::string>& shared) {
  const XmlTree tree = parse_xml(xml);
  SheetText sheet;
  const XmlNode* const data = tree.root.child("sheetData");
  if (data == nullptr) return sheet;
  std::size_t row = 0;
  for (const XmlNode& child : data->children) {
    if (child.name != "row") continue;
    row = number_in(child.attribute("r"), row + 1);
    std::vector<std::string> cells;
    for (const XmlNode& cell : child.children) {
      if (cell.name != "c") continue;
      const std::size_t named = column_of(cell.attribute("r"));
      const std::size_t column = named == std::string_view::npos ? cells.size() : named;
      if (column >= most_columns) break;
      if (cells.size() <= column) cells.resize(column + 1);
      cells[column] = text_of_cell(cell, shared);
    }
    add_row(std::move(cells), row, sheet);
  }
  return sheet;
}

std::vector<SheetText> sheets_of_ods(std::string_view xml) {
  const XmlTree tree = parse_xml(xml);
  std::vector<SheetText> sheets;
  const XmlNode* const body = tree.root.child("body");
  const XmlNode* const book = body == nullptr ? nullptr : body->child("spreadsheet");
  if (book == nullptr) return sheets;
  for (const XmlNode& table : book->children) {
    if (table.name == "table") sheets.push_back(sheet_of_table(table));
  }
  return sheets;
}

}  // namespace answers
