#include "corpus/html/page_json_ld.h"

#include "corpus/characters/characters.h"
#include "corpus/fields/data_records.h"
#include "corpus/listener.h"
#include "corpus/markup/html_nodes.h"
#include "corpus/values/json_parser.h"

#include <gumbo.h>

#include <algorithm>
#include <vector>

namespace answers {
namespace {

using PlaceOfLines = std::function<Place(std::size_t, std::size_t)>;

/// Whether an object is a Question, or a page of such.
bool holds_questions(const DataValue& value) {
  const DataValue* type = value.is_object() ? value.find("@type") : nullptr;
  if (type == nullptr) return false;
  const auto is_one = [](const DataValue& name) {
    return name.text == "Question" || name.text == "FAQPage" || name.text == "QAPage";
  };
  return is_one(*type) || std::ranges::any_of(type->members, is_one, &DataMember::value);
}

void read_script(const GumboNode* text, const PlaceOfLines& place_of, const Record& base,
                 Listener& listener) {
  const std::string_view json = text->v.text.text;
  const std::size_t first_line = line_of(text);
  JsonParser parser;
  const DataValue* value = parser.parse_copy(json);
  if (value == nullptr) {
    listener.on_trouble({place_of(first_line, first_line).path, first_line,
                         "JSON-LD that is no JSON: " + parser.error(), "it was left out"});
    return;
  }
  DataRecords records(listener);
  std::vector<std::size_t> line_ends;
  for (std::size_t at = json.find('\n'); at != std::string_view::npos; at = json.find('\n', at + 1))
    line_ends.push_back(at);
  const auto place = [&](const DataValue& at) {
    const auto lines_before = [&line_ends](std::size_t offset) {
      return static_cast<std::size_t>(std::ranges::lower_bound(line_ends, offset) -
                                      line_ends.begin());
    };
    return place_of(first_line + lines_before(at.begin), first_line + lines_before(at.end));
  };
  // A site says much of itself beside its questions.
  std::vector<const DataValue*> open = {value};
  while (!open.empty()) {
    const DataValue* next = open.back();
    open.pop_back();
    if (holds_questions(*next)) {
      records.read(*next, place, base);
      continue;
    }
    const auto first = static_cast<std::ptrdiff_t>(open.size());
    for (const DataMember& member : next->members) open.push_back(&member.value);
    std::reverse(open.begin() + first, open.end());
  }
}

}  // namespace

void read_json_ld(const GumboNode* root, const PlaceOfLines& place_of, const Record& base,
                  Listener& listener) {
  each_node(root, [&](const GumboNode* node) {
    if (tag_of(node) != GUMBO_TAG_SCRIPT ||
        lower_ascii(attribute(node, "type")) != "application/ld+json")
      return;
    for (const GumboNode* text : children_of(node)) {
      if (!is_element(text)) read_script(text, place_of, base, listener);
    }
  });
}

std::string title_of(const GumboNode* root) {
  std::string title;
  each_node(root, [&title](const GumboNode* node) {
    if (tag_of(node) != GUMBO_TAG_TITLE || !title.empty()) return;  // icons have titles, too
    for (const GumboNode* text : children_of(node)) {
      if (!is_element(text)) title += trimmed(text->v.text.text);
    }
  });
  return title;
}

}  // namespace answers
