#include "corpus/data/anki_reader.h"

#include "corpus/characters/characters.h"
#include "corpus/deliver.h"
#include "corpus/fields/anki_notes.h"
#include "corpus/input/input.h"
#include "corpus/listener.h"
#include "corpus/values/table_rows.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>
#include <vector>

namespace answers {
namespace {

constexpr std::array<std::string_view, 9> header_names = {
    "separator",       "html",        "tags",       "columns", "notetype", "deck",
    "notetype column", "deck column", "guid column"};

/// What stands before the colon of "#name:value"; empty for other lines.
std::string header_name(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (!line.starts_with('#') || colon == std::string_view::npos) return {};
  const std::string name = lower_ascii(line.substr(1, colon - 1));
  const bool known =
      name == "tags column" || std::ranges::find(header_names, name) != header_names.end();
  return known ? name : std::string();
}

struct Header {
  char separator = '\0';
  bool html = false;
  std::string deck{};
  std::vector<std::string> tags{};
  std::size_t tags_column = 0;  // columns count from 1; 0: none
  std::size_t deck_column = 0;
  std::size_t guid_column = 0;
  std::size_t notetype_column = 0;
  std::vector<std::string> names{};  // of all columns

  bool is_meta(std::size_t column) const {
    return column == tags_column || column == deck_column || column == guid_column ||
           column == notetype_column;
  }
};

char separator_named(std::string_view value) {
  const std::string name = lower_ascii(trimmed(value));
  if (name == "comma") return ',';
  if (name == "semicolon") return ';';
  if (name == "pipe") return '|';
  if (name == "colon") return ':';
  if (name == "space") return ' ';
  return value.size() == 1 ? value[0] : '\t';
}

std::size_t column_named(std::string_view value) {
  std::size_t column = 0;
  value = trimmed(value);
  std::from_chars(value.data(), value.data() + value.size(), column);
  return column;
}

void take_header_line(std::string_view line, Header& header) {
  const std::string name = header_name(line);
  std::string_view value = line.substr(line.find(':') + 1);
  // A spreadsheet ends the line with separators of its own.
  if (name != "columns" && name != "separator")
    value = value.substr(0, value.find_last_not_of(",;\t ") + 1);
  if (name == "separator" && trimmed(value).size() > 1)
    value = value.substr(0, value.find_last_not_of(",;\t ") + 1);
  if (name == "separator") header.separator = separator_named(value);
  if (name == "html") header.html = lower_ascii(trimmed(value)) == "true";
  if (name == "deck") header.deck = std::string(trimmed(value));
  if (name == "tags") header.tags = anki_tags(value);
  if (name == "tags column") header.tags_column = column_named(value);
  if (name == "deck column") header.deck_column = column_named(value);
  if (name == "guid column") header.guid_column = column_named(value);
  if (name == "columns") {
    header.names = first_row(value, header.separator == '\0' ? '\t' : header.separator);
    for (std::string& one : header.names) one = std::string(trimmed(one));
  }
  if (name == "notetype column") header.notetype_column = column_named(value);
}

}  // namespace

int recognises_anki(std::string_view, std::string_view head) {
  return header_name(head.substr(0, head.find('\n'))).empty() ? 0 : 97;
}

void read_anki(Input& input) {
  Header header;
  std::string_view rest = input.head();
  std::size_t lines = 0;
  for (;; ++lines) {
    const std::size_t end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    // What begins with '#' above the notes is a header, or a comment.
    if (!line.starts_with('#')) break;
    if (!header_name(line).empty()) take_header_line(line, header);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
  for (std::size_t i = 0; i < lines; ++i) input.next_line();
  if (header.separator == '\0') header.separator = sniff_separator(rest);
  if (header.separator == '\0') header.separator = '\t';

  TableRows rows(input, header.separator);
  while (rows.next()) {
    const auto& cells = rows.cells();
    Record record;
    record.place = rows.place();
    record.section = deck_path(header.deck);
    record.tags = header.tags;
    std::vector<std::string_view> fields;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::size_t column = i + 1;
      if (column == header.tags_column) {
        for (auto& tag : anki_tags(cells[i])) record.tags.push_back(std::move(tag));
      } else if (column == header.deck_column) {
        record.section = deck_path(cells[i]);
      } else if (column == header.guid_column) {
        record.id = trimmed(cells[i]);
      } else if (column != header.notetype_column) {
        fields.emplace_back(cells[i]);
      }
    }
    std::vector<std::string> names;
    if (header.names.size() >= cells.size()) {
      for (std::size_t i = 0; i < cells.size(); ++i) {
        if (!header.is_meta(i + 1)) names.push_back(header.names[i]);
      }
    }
    // A line that begins with '#' is a comment wherever it stands.
    if (!cells.empty() && cells[0].starts_with("# ")) continue;
    if (auto told = record_of({fields, names, header.html}, std::move(record)))
      deliver(std::move(*told), input.listener());
  }
}

}  // namespace answers
