#include "corpus/yaml_reader.h"

#include "corpus/characters.h"
#include "corpus/data_records.h"
#include "corpus/field_names.h"
#include "corpus/input.h"
#include "corpus/listener.h"
#include "corpus/text_lines.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <deque>
#include <stdexcept>
#include <string>

namespace answers {
namespace {

constexpr int deepest = 100;
constexpr std::size_t most_values = 500'000;  // aliases of aliases make millions of a page

/// A document as a tree of data; `begin` and `end` are lines, from 0.
class Builder {
 public:
  DataValue build(const YAML::Node& node, int depth = 0) {
    if (depth > deepest) throw std::runtime_error("nested deeper than 100 levels");
    if (++values_ > most_values) throw std::runtime_error("aliases that grow without end");
    DataValue value;
    const int line = node.Mark().line;
    value.begin = line > 0 ? static_cast<std::size_t>(line) : 0;
    value.end = value.begin;
    switch (node.Type()) {
      case YAML::NodeType::Scalar: {
        const std::string& text = texts_.emplace_back(node.Scalar());
        value.kind = DataValue::Kind::string;
        value.text = text;
        value.end += static_cast<std::size_t>(std::ranges::count(text, '\n'));
        break;
      }
      case YAML::NodeType::Sequence:
        value.kind = DataValue::Kind::list;
        for (const auto& item : node) add(value, {}, build(item, depth + 1));
        break;
      case YAML::NodeType::Map:
        value.kind = DataValue::Kind::object;
        for (const auto& member : node) {
          const std::string& key =
              texts_.emplace_back(member.first.IsScalar() ? member.first.Scalar() : std::string());
          add(value, key, build(member.second, depth + 1));
        }
        break;
      default:
        break;
    }
    return value;
  }

 private:
  static void add(DataValue& to, std::string_view key, DataValue child) {
    to.end = std::max(to.end, child.end);
    to.members.push_back({key, std::move(child)});
  }

  std::deque<std::string> texts_{};
  std::size_t values_ = 0;
};

/// Whether a line of the head begins with a key that asks, and one with a key that answers.
bool speaks_of_questions(std::string_view head) {
  bool asks = false;
  bool answers = false;
  while (!head.empty()) {
    const std::size_t end = std::min(head.find('\n'), head.size());
    std::string_view line = trimmed(head.substr(0, end));
    head.remove_prefix(std::min(head.size(), end + 1));
    while (line.starts_with("- ")) line = trimmed(line.substr(2));
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon > 40) continue;
    const FieldRole role = field_name(line.substr(0, colon)).role;
    asks = asks || role == FieldRole::question || role == FieldRole::patterns ||
           role == FieldRole::turns;
    answers = answers || role == FieldRole::answer || role == FieldRole::responses ||
              role == FieldRole::turns;
  }
  return asks && answers;
}

}  // namespace

int recognises_yaml(std::string_view path, std::string_view head) {
  if (head.starts_with("### YamlMime:FAQ")) return 98;
  const std::size_t dot = path.rfind('.');
  const std::string extension = lower_ascii(dot == std::string_view::npos ? "" : path.substr(dot));
  if (extension != ".yml" && extension != ".yaml") return 0;
  return speaks_of_questions(head) ? 96 : 60;
}

void read_yaml(Input& input) {
  const TextLines lines = read_text(input);
  const auto place_of = [&](const DataValue& value) {
    const std::size_t first = std::min(value.begin, lines.count() - 1);
    const std::size_t last = std::clamp(value.end, first, lines.count() - 1);
    return Place{input.path(), first + 1, last + 1, lines.bytes_in_file[first],
                 lines.bytes_in_file[last + 1]};
  };
  if (lines.count() == 0) return;
  DataRecords records(input.listener());
  try {
    for (const YAML::Node& document : YAML::LoadAll(lines.text)) {
      Builder builder;
      const DataValue value = builder.build(document);
      records.read(value, place_of, {});
    }
  } catch (const YAML::Exception& error) {
    const auto line = error.mark.is_null() ? 0U : static_cast<unsigned>(error.mark.line) + 1;
    input.listener().on_trouble(
        {input.path(), line, "no YAML: " + error.msg, "the file was left out"});
  } catch (const std::runtime_error& error) {
    input.listener().on_trouble({input.path(), 0, error.what(), "the file was left out"});
  }
}

}  // namespace answers
