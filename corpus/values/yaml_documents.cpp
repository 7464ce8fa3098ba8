#include "corpus/values/yaml_documents.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/encoding.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <deque>
#include <new>
#include <stdexcept>
#include <yaml.h>

namespace answers {
namespace {

constexpr int deepest = 100;
constexpr std::size_t most_values = 500'000;  // aliases of aliases make millions of a page

/// What both builders promise: a tree of data that is not too deep and not too large.
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

/// Whether brackets are open within each other so many times that libyaml, which looks through all
/// that are open at each token, would take n² steps.
bool is_too_deep(std::string_view text) {
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

/// Whether there are so many anchors ("&name") that libyaml, which looks through all of them for
/// each one and for each alias ("*name"), would take n² steps.
bool has_too_many_anchors(std::string_view text) {
  constexpr std::size_t most_comparisons = 100'000'000;
  std::size_t anchors = 0;
  std::size_t aliases = 0;
  for (std::size_t at = 0; (at = text.find_first_of("&*", at)) != std::string_view::npos; ++at) {
    if (at > 0 && std::string_view(" \n\t[{,:-").find(text[at - 1]) == std::string_view::npos)
      continue;
    std::size_t end = at + 1;
    while (end < text.size() && (is_word_byte(text[end]) || text[end] == '-')) ++end;
    if (end == at + 1 || (end < text.size() && text[end] == ';')) continue;  // "&nbsp;"
    ++(text[at] == '&' ? anchors : aliases);
    if (anchors * (anchors + aliases) > most_comparisons) return true;
  }
  return false;
}

std::string_view text_of(const yaml_node_t* node) {
  return {reinterpret_cast<const char*>(node->data.scalar.value), node->data.scalar.length};
}
bool is_null(const yaml_node_t* node) {
  return node->data.scalar.style == YAML_PLAIN_SCALAR_STYLE && is_null(text_of(node));
}

DataValue build_tree(yaml_document_t& document, const yaml_node_t* node, int depth,
                     Limits& limits) {
  limits.check(depth);
  DataValue value;
  value.begin = node->start_mark.line;
  value.end = value.begin;
  const auto child = [&](yaml_node_item_t item) {
    return build_tree(document, yaml_document_get_node(&document, item), depth + 1, limits);
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
      for (const auto* pair = node->data.mapping.pairs.start; pair != node->data.mapping.pairs.top;
           ++pair) {
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

}  // namespace

struct YamlDocuments::State {
  State() {
    if (yaml_parser_initialize(&parser) == 0) throw std::bad_alloc();
  }
  ~State() {
    for (yaml_document_t& document : documents) yaml_document_delete(&document);
    yaml_parser_delete(&parser);
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  yaml_parser_t parser{};
  std::deque<yaml_document_t> documents{};
  bool whole = false;
};

YamlDocuments::YamlDocuments(std::string_view text) : state_(std::make_unique<State>()) {
  yaml_parser_t& parser = state_->parser;
  yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string(&parser, reinterpret_cast<const unsigned char*>(text.data()),
                               text.size());
  if (is_too_deep(text) || has_too_many_anchors(text)) return;
  for (;;) {
    yaml_document_t document;
    if (yaml_parser_load(&parser, &document) == 0) return;
    if (yaml_document_get_root_node(&document) == nullptr) {
      yaml_document_delete(&document);
      state_->whole = true;
      return;
    }
    state_->documents.push_back(document);
  }
}

YamlDocuments::~YamlDocuments() = default;

bool YamlDocuments::whole() const { return state_->whole; }
std::size_t YamlDocuments::size() const { return state_->documents.size(); }
std::size_t YamlDocuments::trouble_line() const { return state_->parser.problem_mark.line; }
std::string YamlDocuments::trouble() const {
  return state_->parser.problem == nullptr ? std::string() : state_->parser.problem;
}

DataValue YamlDocuments::build(std::size_t index) {
  Limits limits;
  yaml_document_t& document = state_->documents[index];
  return build_tree(document, yaml_document_get_root_node(&document), 0, limits);
}

namespace {

/// The text of a scalar: yaml-cpp makes the lone bytes 85 and A0 of the escapes \N and \_, which
/// stand for U+0085 and U+00A0.
std::string scalar_of(const YAML::Node& node) {
  const std::string& given = node.Scalar();
  if (is_utf8(given)) return given;
  std::string text;
  for (std::size_t at = 0; at < given.size();) {
    const auto lead = static_cast<unsigned char>(given[at]);
    const std::size_t length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (length == 1) {
      append_utf8(text, lead);
    } else {
      text.append(given, at, length);
    }
    at += length;
  }
  return text;
}

}  // namespace

struct LenientYamlDocument::State {
  std::size_t first_line = 0;
  std::deque<std::string> texts{};
  Limits limits{};
  DataValue root{};

  DataValue build(const YAML::Node& node, int depth) {
    limits.check(depth);
    DataValue value;
    const int line = node.Mark().line;
    value.begin = first_line + (line > 0 ? static_cast<std::size_t>(line) : 0);
    value.end = value.begin;
    switch (node.Type()) {
      case YAML::NodeType::Scalar: {
        const std::string& text = texts.emplace_back(scalar_of(node));
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
              texts.emplace_back(member.first.IsScalar() ? scalar_of(member.first) : std::string());
          add(value, key, build(member.second, depth + 1));
        }
        break;
      default:
        break;
    }
    return value;
  }
};

LenientYamlDocument::LenientYamlDocument(std::string_view text, std::size_t first_line) try
    : state_(std::make_unique<State>()) {
  state_->first_line = first_line;
  // yaml-cpp takes a NUL for the sign of an escape, even outside of quotes.
  if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos) {
    const auto line = std::ranges::count(text.substr(0, nul), '\n');
    throw YamlError{static_cast<std::size_t>(line), "a NUL is no character of it"};
  }
  state_->root = state_->build(YAML::Load(std::string(text)), 0);
} catch (const YAML::Exception& error) {
  throw YamlError{error.mark.is_null() ? 0 : static_cast<std::size_t>(error.mark.line), error.msg};
}

LenientYamlDocument::~LenientYamlDocument() = default;

const DataValue& LenientYamlDocument::root() const { return state_->root; }

}  // namespace answers
