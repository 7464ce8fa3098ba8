#include "corpus/markdown/front_matter.h"

#include "corpus/characters/characters.h"
#include "corpus/values/data_value.h"
#include "corpus/values/yaml_documents.h"
#include "corpus/wording/comment_fields.h"

#include <cstddef>
#include <stdexcept>

namespace answers {
namespace {

constexpr std::size_t longest = std::size_t{64} << 10;  // bytes; real ones have a few hundred

std::string scalar(const DataValue& value) { return std::string(trimmed(value.text)); }

/// A list as set_field() takes it: "[a, b]".
std::string list_of(const DataValue& value) {
  std::string list = "[";
  for (const DataMember& item : value.members) {
    if (!item.value.is_string()) continue;
    if (list.size() > 1) list += ", ";
    list += item.value.text;
  }
  return list + "]";
}

/// Whether an alias is where a page of a site was before, and no name.
bool is_path(std::string_view alias) {
  return alias.starts_with('/') || alias.ends_with('/') || alias.ends_with(".html") ||
         alias.find("://") != std::string_view::npos;
}

/// What else a note is called, which finds it as its tags do.
void take_aliases(Record& fields, const DataValue& value) {
  if (!value.is_list()) {
    if (!is_path(trimmed(value.text))) set_field(fields, "tags", value.text);
    return;
  }
  for (const DataMember& item : value.members) {
    if (item.value.is_string() && !is_path(trimmed(item.value.text)))
      set_field(fields, "tags", item.value.text);
  }
}

bool holds_objects(const DataValue& value) {
  return value.is_object() ||
         (value.is_list() && !value.members.empty() && value.members[0].value.is_object());
}

void take(FrontMatter& front, std::string_view name, const DataValue& value) {
  const std::string key = lower_ascii(name);
  front.nested |= holds_objects(value);
  if (key == "question" || key == "q") {
    front.question = scalar(value);
  } else if (key == "answer" || key == "a") {
    front.answer = scalar(value);
  } else if (key == "title") {
    front.title = scalar(value);
  } else if (key == "draft" || key == "hidden") {
    front.draft = scalar(value) == "true";
  } else if (key == "aliases" || key == "alias") {
    take_aliases(front.fields, value);
  } else if (value.is_string()) {
    set_field(front.fields, key, value.text);
  } else if (value.is_list() && holds_objects(value)) {
    // "sources: [{agency: …, url: …}]": the first speaks for all.
    for (const DataMember& entry : value.members[0].value.members) {
      if (!entry.value.is_string()) continue;
      const std::string of_entry = lower_ascii(entry.key);
      const bool names_it = of_entry == "agency" || of_entry == "name" || of_entry == "title";
      if (names_it) set_field(front.fields, key == "sources" ? "source" : key, entry.value.text);
      if (of_entry == "url") set_field(front.fields, "url", entry.value.text);
    }
  } else if (value.is_list()) {
    set_field(front.fields, key, list_of(value));
  }
}

/// Takes the fields of a document that is an object; whether it is one.
bool take_all(FrontMatter& front, const DataValue& document) {
  for (const DataMember& entry : document.members) {
    if (document.is_object()) take(front, entry.key, entry.value);
  }
  return document.is_object();
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
    DataValue field;
    field.kind = DataValue::Kind::string;
    field.text = value;
    take(front, trimmed(line.substr(0, mark)), field);
  }
}

}  // namespace

FrontMatter read_front_matter(std::string_view text) {
  FrontMatter front;
  if (text.empty() || text.size() > longest) return front;
  try {
    YamlDocuments documents(text);
    const bool is_yaml = documents.whole();
    if (is_yaml && documents.size() > 0 && take_all(front, documents.build(0))) return front;
    if (!is_yaml && take_all(front, LenientYamlDocument(text).root())) return front;
  } catch (const YamlError&) {
    // TOML, a template's braces, a stray colon: the lines still say something
  } catch (const std::runtime_error&) {
    // nested or grown beyond all measure
  }
  take_lines(front, text);
  return front;
}

}  // namespace answers
