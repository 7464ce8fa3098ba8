#include "corpus/html/page_parts.h"

#include "corpus/characters/characters.h"
#include "corpus/markup/html_nodes.h"
#include "corpus/markup/html_text.h"
#include "corpus/wording/question_text.h"

#include <gumbo.h>

#include <vector>

namespace answers {

bool is_of_type(const GumboNode* node, std::string_view type) {
  const std::string_view given = attribute(node, "itemtype");
  return given.ends_with(type) && given.find("schema.org/") != std::string_view::npos;
}

Part part_of(const GumboNode* node) {
  if (!is_element(node)) return Part::none;
  const std::string_view property = attribute(node, "itemprop");
  if (property == "acceptedAnswer" || property == "suggestedAnswer") return Part::answer;
  // What opens and closes a panel, and the panel.
  if (attribute(node, "role") == "tabpanel" || !attribute(node, "x-show").empty())
    return Part::answer;
  if ((attribute(node, "role") == "tab" || !attribute(node, "aria-expanded").empty() ||
       !attribute(node, "aria-controls").empty() || !attribute(node, "@click").empty() ||
       !attribute(node, "x-on:click").empty()) &&
      ends_in_question_mark(node_to_line(node)))
    return Part::question;
  const std::string classes = " " + lower_ascii(attribute(node, "class")) + " ";
  if (classes.size() <= 2) return Part::none;
  const auto has = [&classes](std::string_view word) {
    return classes.find(word) != std::string::npos;
  };
  const bool family = has("faq") || has("accordion") || has("qa-") || has("qna") || has("toggle") ||
                      has("collaps") || has("expand");
  if (has("questions") || has("answers") || has("container") || has("wrapper")) return Part::none;
  if (has("question") || has("faq-q ") || has("faq__q ") || has(" q ")) return Part::question;
  if (has("answer") || has("faq-a ") || has("faq__a ") || has(" a ")) return Part::answer;
  if (!family) return Part::none;
  if (has("title") || has("header") || has("heading") || has("button") || has("trigger") ||
      has("summary") || has("control")) {
    return Part::question;
  }
  if (has("body") || has("content") || has("panel") || has("text") || has("collapse "))
    return Part::answer;
  return Part::none;
}

const GumboNode* find_part(const GumboNode* root, Part part) {
  std::vector<const GumboNode*> open = {root};
  while (!open.empty()) {
    const GumboNode* node = open.back();
    open.pop_back();
    if (part_of(node) == part) return node;
    const auto children = children_of(node);
    open.insert(open.end(), children.rbegin(), children.rend());
  }
  return nullptr;
}

const GumboNode* bold_paragraph(const GumboNode* node) {
  const GumboTag tag = tag_of(node);
  if (tag != GUMBO_TAG_P && tag != GUMBO_TAG_DIV && tag != GUMBO_TAG_B && tag != GUMBO_TAG_STRONG)
    return nullptr;
  if (tag == GUMBO_TAG_B || tag == GUMBO_TAG_STRONG) return node;
  const GumboNode* bold = nullptr;
  for (const GumboNode* child : children_of(node)) {
    if (is_blank_node(child)) continue;
    if (tag_of(child) == GUMBO_TAG_A && node_to_line(child).empty()) continue;  // an anchor
    if (tag_of(child) == GUMBO_TAG_BR) continue;
    if (bold != nullptr || (tag_of(child) != GUMBO_TAG_B && tag_of(child) != GUMBO_TAG_STRONG))
      return nullptr;
    bold = child;
  }
  return bold;
}

std::string anchor_of(const GumboNode* node) {
  for (const char* name : {"id", "name"}) {
    if (!attribute(node, name).empty()) return std::string(attribute(node, name));
  }
  for (const GumboNode* child : children_of(node)) {
    if (tag_of(child) != GUMBO_TAG_A) continue;
    for (const char* name : {"id", "name"}) {
      if (!attribute(child, name).empty()) return std::string(attribute(child, name));
    }
  }
  return {};
}

}  // namespace answers
