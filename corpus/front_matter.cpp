#include "corpus/front_matter.h"

#include "corpus/characters.h"
#include "corpus/comment_fields.h"

#include <yaml-cpp/yaml.h>

#include <cstddef>

namespace answers {
namespace {

constexpr std::size_t longest = std::size_t{64} << 10;  // bytes; real ones have a few hundred

std::string scalar(const YAML::Node& node) {
  return node.IsScalar() ? std::string(trimmed(node.Scalar())) : std::string();
}

/// A list as set_field() takes it: "[a, b]".
std::string list_of(const YAML::Node& node) {
  std::string list = "[";
  for (const auto& item : node) {
    if (!item.IsScalar()) continue;
    if (list.size() > 1) list += ", ";
    list += item.Scalar();
  }
  return list + "]";
}

void take(FrontMatter& front, const std::string& name, const YAML::Node& value) {
  const std::string key = lower_ascii(name);
  if (key == "question" || key == "q") {
    front.question = scalar(value);
  } else if (key == "answer" || key == "a") {
    front.answer = scalar(value);
  } else if (key == "title") {
    front.title = scalar(value);
  } else if (key == "draft" || key == "hidden") {
    front.draft = scalar(value) == "true";
  } else if (value.IsScalar()) {
    set_field(front.fields, key, value.Scalar());
  } else if (value.IsSequence() && value.size() > 0 && value[0].IsMap()) {
    // "sources: [{agency: …, url: …}]": the first speaks for all.
    for (const auto& entry : value[0]) {
      if (!entry.second.IsScalar() || !entry.first.IsScalar()) continue;
      const std::string of_entry = lower_ascii(entry.first.Scalar());
      const bool names_it = of_entry == "agency" || of_entry == "name" || of_entry == "title";
      if (names_it)
        set_field(front.fields, key == "sources" ? "source" : key, entry.second.Scalar());
      if (of_entry == "url") set_field(front.fields, "url", entry.second.Scalar());
    }
  } else if (value.IsSequence()) {
    set_field(front.fields, key, list_of(value));
  }
}

void take_lines(FrontMatter& front, std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(text.size(), end + 1));
    const std::size_t mark = line.find_first_of(":=");
    if (mark == std::string_view::npos || line.starts_with(' ') || line.starts_with('[')) continue;
    std::string_view value = trimmed(line.substr(mark + 1));
    if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') &&
        value.back() == value.front())
      value = value.substr(1, value.size() - 2);
    take(front, std::string(trimmed(line.substr(0, mark))), YAML::Node(std::string(value)));
  }
}

}  // namespace

FrontMatter read_front_matter(std::string_view text) {
  FrontMatter front;
  if (text.empty() || text.size() > longest) return front;
  try {
    const YAML::Node root = YAML::Load(std::string(text));
    if (root.IsMap()) {
      for (const auto& entry : root) {
        if (entry.first.IsScalar()) take(front, entry.first.Scalar(), entry.second);
      }
      return front;
    }
  } catch (const YAML::Exception&) {
    front = {};  // TOML, a template's braces, a stray colon: the lines still say something
  }
  take_lines(front, text);
  return front;
}

}  // namespace answers
