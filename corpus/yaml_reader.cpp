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
#include <new>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>
#include <yaml.h>

namespace answers {
namespace {

constexpr int deepest = 100;
constexpr std::size_t most_values = 500'000;  // aliases of aliases make millions of a page

/// What both builders promise: a tree of data that is not too deep and not too large. `begin` and
/// `end` of its values are lines, from 0.
class Limits {
 public:
  /// To be asked for every value. Throws std::runtime_error.
  void check(int depth) {
    if (depth > deepest) throw std::runtime_error("nested deeper than 100 levels");
    if (++values_ > most_values) throw std::runtime_error("aliases that grow without end");
  }

 private:
  std::size_t values_ = 0;
};

void add(DataValue& to, std::string_view key, DataValue child) {
  to.end = std::max(to.end, child.end);
  to.members.push_back({key, std::move(child)});
}

bool is_null(std::string_view plain) {
  return plain.empty() || plain == "~" || plain == "null" || plain == "Null" || plain == "NULL";
}

/// The documents of a file, read by libyaml: YAML 1.1 at several times the speed of yaml-cpp.
class QuickDocuments {
 public:
  /// `text` must outlive this.
  explicit QuickDocuments(std::string_view text) {
    if (yaml_parser_initialize(&parser_) == 0) throw std::bad_alloc();
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()),
                                 text.size());
    if (is_too_deep(text)) return;
    for (;;) {
      yaml_document_t document;
      if (yaml_parser_load(&parser_, &document) == 0) return;
      if (yaml_document_get_root_node(&document) == nullptr) {
        yaml_document_delete(&document);
        whole_ = true;
        return;
      }
      documents_.push_back(document);
    }
  }
  ~QuickDocuments() {
    for (yaml_document_t& document : documents_) yaml_document_delete(&document);
    yaml_parser_delete(&parser_);
  }
  QuickDocuments(const QuickDocuments&) = delete;
  QuickDocuments& operator=(const QuickDocuments&) = delete;

  /// Whether all of the text could be read.
  bool whole() const { return whole_; }
  std::size_t size() const { return documents_.size(); }

  /// Throws std::runtime_error beyond the limits. The tree lives as long as this.
  DataValue build(std::size_t index) {
    Limits limits;
    yaml_document_t& document = documents_[index];
    return build(document, yaml_document_get_root_node(&document), 0, limits);
  }

 private:
  /// Whether brackets are open within each other so many times that libyaml, which looks through
  /// all that are open at each token, would take n² steps.
  static bool is_too_deep(std::string_view text) {
    constexpr std::size_t most = 2000;
    std::size_t open = 0;
    for (const char c : text) {
      if (c == '[' || c == '{') {
        if (++open > most) return true;
      } else if ((c == ']' || c == '}') && open > 0) {
        --open;
      }
    }
    return false;
  }

  static std::string_view text_of(const yaml_node_t* node) {
    return {reinterpret_cast<const char*>(node->data.scalar.value), node->data.scalar.length};
  }
  static bool is_null(const yaml_node_t* node) {
    return node->data.scalar.style == YAML_PLAIN_SCALAR_STYLE && answers::is_null(text_of(node));
  }

  static DataValue build(yaml_document_t& document, const yaml_node_t* node, int depth,
                         Limits& limits) {
    limits.check(depth);
    DataValue value;
    value.begin = node->start_mark.line;
    value.end = value.begin;
    const auto child = [&](yaml_node_item_t item) {
      return build(document, yaml_document_get_node(&document, item), depth + 1, limits);
    };
    switch (node->type) {
      case YAML_SCALAR_NODE:
        if (is_null(node)) break;
        value.kind = DataValue::Kind::string;
        value.text = text_of(node);
        value.end += static_cast<std::size_t>(std::ranges::count(value.text, '\n'));
        break;
      case YAML_SEQUENCE_NODE:
        value.kind = DataValue::Kind::list;
        for (const auto* item = node->data.sequence.items.start;
             item != node->data.sequence.items.top; ++item)
          add(value, {}, child(*item));
        break;
      case YAML_MAPPING_NODE:
        value.kind = DataValue::Kind::object;
        for (const auto* pair = node->data.mapping.pairs.start;
             pair != node->data.mapping.pairs.top; ++pair) {
          const yaml_node_t* key = yaml_document_get_node(&document, pair->key);
          const bool named = key->type == YAML_SCALAR_NODE && !is_null(key);
          add(value, named ? text_of(key) : std::string_view(), child(pair->value));
        }
        break;
      case YAML_NO_NODE:
        break;
    }
    return value;
  }

  yaml_parser_t parser_{};
  std::deque<yaml_document_t> documents_{};
  bool whole_ = false;
};

/// Builds the trees of what yaml-cpp has read.
class Builder {
 public:
  /// `first_line` of the file is the first of the document.
  explicit Builder(std::size_t first_line) : first_line_(first_line) {}

  DataValue build(const YAML::Node& node, int depth = 0) {
    limits_.check(depth);
    DataValue value;
    const int line = node.Mark().line;
    value.begin = first_line_ + (line > 0 ? static_cast<std::size_t>(line) : 0);
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
  std::size_t first_line_;
  std::deque<std::string> texts_{};
  Limits limits_{};
};

/// Whether `line` is "---" or "...", alone or with something behind it.
bool is_marker(std::string_view line, std::string_view marker) {
  return line.starts_with(marker) && (line.size() == 3 || line[3] == ' ' || line[3] == '\t');
}

/// Lines [begin, end) of a file.
struct Document {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The documents of a file that hold anything. (YAML::LoadAll of 0.7 gives empty documents for ever
/// where a ',' follows "...", so each is loaded by itself.)
std::vector<Document> documents_of(const TextLines& lines) {
  std::vector<Document> documents;
  std::size_t begin = 0;
  bool has_content = false;
  const auto end_at = [&](std::size_t line) {
    if (has_content) documents.push_back({begin, line});
    begin = line;
    has_content = false;
  };
  for (std::size_t i = 0; i < lines.count(); ++i) {
    const std::string_view line = lines.line(i);
    if (is_marker(line, "...")) {
      end_at(i + 1);
      continue;
    }
    const bool opens = is_marker(line, "---");
    if (opens) end_at(i);
    const std::string_view content = trimmed(opens ? line.substr(3) : line);
    has_content = has_content || !(content.empty() || content[0] == '#' || content[0] == '%');
  }
  end_at(lines.count());
  return documents;
}

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
    QuickDocuments documents(lines.text);
    if (documents.whole()) {
      for (std::size_t i = 0; i < documents.size(); ++i)
        records.read(documents.build(i), place_of, {});
      return;
    }
  } catch (const std::runtime_error& error) {
    input.listener().on_trouble({input.path(), 0, error.what(), "the file was left out"});
    return;
  }
  // What libyaml refuses may be YAML 1.2; and yaml-cpp says better what is wrong.
  for (const auto& [begin, end] : documents_of(lines)) {
    const auto left_out = [&](std::size_t line, const std::string& why) {
      input.listener().on_trouble({input.path(), line, why, "the document was left out"});
    };
    try {
      Builder builder(begin);
      const DataValue value = builder.build(YAML::Load(std::string(lines.lines(begin, end))));
      records.read(value, place_of, {});
    } catch (const YAML::Exception& error) {
      const int line = error.mark.is_null() ? 0 : error.mark.line;
      left_out(begin + static_cast<std::size_t>(line) + 1, "no YAML: " + error.msg);
    } catch (const std::runtime_error& error) {
      left_out(begin + 1, error.what());
    }
  }
}

}  // namespace answers
