#include "corpus/data/toml_reader.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/fields/data_records.h"
#include "corpus/input/input.h"
#include "corpus/input/text_lines.h"
#include "corpus/listener.h"
#include "corpus/values/toml_parser.h"

#include <algorithm>
#include <deque>
#include <sstream>
#include <string>

namespace answers {
namespace {

/// The tree of a document; `begin` and `end` are lines from 0. Texts live in `texts`.
DataValue tree_of(const toml::node& node, std::deque<std::string>& texts) {
  DataValue value;
  value.begin = node.source().begin.line > 0 ? node.source().begin.line - 1 : 0;
  value.end = node.source().end.line > 0 ? node.source().end.line - 1 : value.begin;
  if (const auto* table = node.as_table()) {
    value.kind = DataValue::Kind::object;
    for (const auto& [key, member] : *table) {
      DataValue inner = tree_of(member, texts);
      value.end = std::max(value.end, inner.end);
      value.members.push_back({texts.emplace_back(key.str()), std::move(inner)});
    }
  } else if (const auto* list = node.as_array()) {
    value.kind = DataValue::Kind::list;
    for (const auto& member : *list) {
      value.members.push_back({{}, tree_of(member, texts)});
      value.end = std::max(value.end, value.members.back().value.end);
    }
  } else if (const auto* text = node.as_string()) {
    value.kind = DataValue::Kind::string;
    value.text = texts.emplace_back(text->get());
  } else if (const auto* flag = node.as_boolean()) {
    value.kind = DataValue::Kind::boolean;
    value.text = flag->get() ? "true" : "false";
  } else {
    std::ostringstream out;
    if (const auto* number = node.as_integer()) out << number->get();
    if (const auto* real = node.as_floating_point()) out << real->get();
    if (const auto* date = node.as_date()) out << date->get();
    if (const auto* moment = node.as_date_time()) out << moment->get();
    value.kind = node.is_number() ? DataValue::Kind::number : DataValue::Kind::string;
    value.text = texts.emplace_back(out.str());
  }
  return value;
}

/// The most parts of a key in a row, a.b.c: each is a table in a table to toml++, which ends the
/// program by as many calls of itself (32,000 do). Words of a text are not parted by dots alone.
constexpr std::size_t deepest_key = 256;

/// Where more than `deepest_key` names are parted by dots alone; npos where nowhere.
std::size_t too_deep_key(std::string_view text) {
  std::size_t dots = 0;
  bool named = false;  // a name stands before
  bool blank = false;  // behind it a blank
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == ' ' || c == '\t') {
      blank = named;
    } else if (c == '.') {
      dots = named ? dots + 1 : 0;
      if (dots > deepest_key) return at;
      named = blank = false;
    } else {
      const bool in_name = is_letter_or_digit(c) || c == '_' || c == '-' || c == '"' || c == '\'';
      if (!in_name || blank) dots = 0;
      named = in_name;
      blank = false;
    }
  }
  return std::string_view::npos;
}

}  // namespace

int recognises_toml(std::string_view path, std::string_view) {
  const std::size_t dot = path.rfind('.');
  return dot != std::string_view::npos && lower_ascii(path.substr(dot)) == ".toml" ? 96 : 0;
}

void read_toml(Input& input) {
  const TextLines lines = read_text(input);
  if (lines.count() == 0) return;
  const auto place_of = [&](const DataValue& value) {
    const std::size_t first = std::min(value.begin, lines.count() - 1);
    const std::size_t last = std::clamp(value.end, first, lines.count() - 1);
    return Place{input.path(), first + 1, last + 1, lines.bytes_in_file[first],
                 lines.bytes_in_file[last + 1]};
  };
  if (const std::size_t at = too_deep_key(lines.text); at != std::string_view::npos) {
    const auto line = 1 + std::count(lines.text.begin(),
                                     lines.text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
    return input.listener().on_trouble({input.path(), static_cast<std::size_t>(line),
                                        "TOML whose keys are tables within too many tables",
                                        "the file was left out"});
  }
  try {
    const toml::table table = toml::parse(std::string_view(lines.text));
    std::deque<std::string> texts;
    DataRecords(input.listener()).read(tree_of(table, texts), place_of, {});
  } catch (const toml::parse_error& error) {
    input.listener().on_trouble({input.path(), error.source().begin.line,
                                 "no TOML: " + std::string(error.description()),
                                 "the file was left out"});
  }
}

}  // namespace answers
