#include "corpus/data/toml_reader.h"

#include "corpus/characters/characters.h"
#include "corpus/data/data_records.h"
#include "corpus/data/toml_parser.h"
#include "corpus/input/input.h"
#include "corpus/input/text_lines.h"
#include "corpus/listener.h"

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
