#include "corpus/html/page_toggles.h"

#include "corpus/characters/characters.h"
#include "corpus/html/page_parts.h"
#include "corpus/markup/html_nodes.h"

#include <gumbo.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace answers {
namespace {

/// Attributes that say that an element opens another.
constexpr const char* opening[] = {
    "aria-expanded",        "aria-controls",         "data-target", "data-bs-target",
    "data-collapse-toggle", "data-accordion-target", "uk-toggle"};
/// Attributes that say that something happens on a click.
constexpr const char* clicked[] = {"onclick",  "@click",  "x-on:click", "v-on:click",
                                   "ng-click", "(click)", "wire:click"};

bool has_one(const GumboNode* node, std::span<const char* const> names) {
  return std::ranges::any_of(names, [node](const char* name) {
    return gumbo_get_attribute(&node->v.element.attributes, name) != nullptr;
  });
}

/// Whether the classes speak of something that opens: "accordion", "tab-label", "acc-title".
bool is_of_family(const GumboNode* node) {
  static constexpr std::string_view words[] = {
      "accordion", "collaps",    "toggle",    "spoiler", "expand",  "faq",        "acc-",
      "acc_",      "dropdown-t", "tab-label", "panel",   "summary", "disclosure", "question"};
  const std::string classes = lower_ascii(attribute(node, "class"));
  return std::ranges::any_of(
      words, [&classes](std::string_view word) { return classes.find(word) != std::string::npos; });
}

/// Bootstrap's: `<a data-toggle="collapse" href="#panel">`.
bool collapses(const GumboNode* node) {
  return attribute(node, "data-toggle") == "collapse" ||
         attribute(node, "data-bs-toggle") == "collapse";
}

bool says_it_opens(const GumboNode* node) {
  if (!is_element(node)) return false;
  return has_one(node, opening) || collapses(node) || is_of_family(node) ||
         (tag_of(node) == GUMBO_TAG_LABEL && !attribute(node, "for").empty());
}

/// A part of a page that may be opened: not a line of text that goes on, nor another button.
bool may_be_panel(const GumboNode* node) {
  switch (tag_of(node)) {
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_P:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_UNKNOWN:
      return is_element(node) && !is_control(node);
    default:
      return false;
  }
}

/// What opens, and is told to be open as what opens it is: Bootstrap writes `aria-expanded` into
/// both.
bool is_panel_by_name(const GumboNode* node) {
  const std::string_view role = attribute(node, "role");
  return role == "tabpanel" || role == "region" ||
         any_word(attribute(node, "class"),
                  [](std::string_view word) { return word == "collapse"; });
}

bool has_text(const GumboNode* root) {
  std::vector<const GumboNode*> open = {root};
  while (!open.empty()) {
    const GumboNode* node = open.back();
    open.pop_back();
    if (is_left_out(node)) continue;
    if (!is_element(node) && !is_blank_node(node)) return true;
    const auto children = children_of(node);
    open.insert(open.end(), children.begin(), children.end());
  }
  return false;
}

constexpr std::size_t longest_control = 400;  // bytes: what is written on what one clicks on

/// The control that is all the text of an element; nullptr where there is none.
const GumboNode* control_in(const GumboNode* node) {
  constexpr int deepest = 8;
  for (int depth = 0; depth < deepest && node != nullptr; ++depth) {
    if (is_control(node)) return node;
    if (tag_of(node) == GUMBO_TAG_P || tag_of(node) == GUMBO_TAG_PRE) return nullptr;
    const GumboNode* only = nullptr;
    for (const GumboNode* child : children_of(node)) {
      if (is_blank_node(child) || !has_text(child)) continue;
      if (only != nullptr || !is_element(child)) return nullptr;
      only = child;
    }
    node = only;
  }
  return nullptr;
}

/// Whether a label stands beside a field to write in, and not beside a box that opens something.
bool names_field(const GumboNode* label) {
  if (label->parent == nullptr) return false;
  return std::ranges::any_of(children_of(label->parent), [](const GumboNode* beside) {
    const std::string type = lower_ascii(attribute(beside, "type"));
    return tag_of(beside) == GUMBO_TAG_TEXTAREA || tag_of(beside) == GUMBO_TAG_SELECT ||
           (tag_of(beside) == GUMBO_TAG_INPUT && type != "checkbox" && type != "radio");
  });
}

}  // namespace

bool is_control(const GumboNode* node) {
  if (!is_element(node)) return false;
  if (node->v.element.attributes.length == 0) return tag_of(node) == GUMBO_TAG_BUTTON;
  switch (tag_of(node)) {
    case GUMBO_TAG_BUTTON: {
      const std::string type = lower_ascii(attribute(node, "type"));
      return type != "submit" && type != "reset";
    }
    case GUMBO_TAG_LABEL:
      return !attribute(node, "for").empty() && !names_field(node);
    case GUMBO_TAG_A: {
      const std::string_view href = attribute(node, "href");
      return has_one(node, clicked) || has_one(node, opening) || collapses(node) ||
             ((href.empty() || href.starts_with('#') || href.starts_with("javascript:")) &&
              is_of_family(node));
    }
    case GUMBO_TAG_UNKNOWN:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_DETAILS:
      return false;
    default:
      break;
  }
  const std::string_view role = attribute(node, "role");
  if (role == "button" || role == "tab") return true;
  if (is_panel_by_name(node)) return false;
  if (has_one(node, opening) || has_one(node, clicked)) return true;
  const std::string classes = lower_ascii(attribute(node, "class"));
  // What is neither a button nor a link is one by its class: "acc-title", "spoiler__title".
  const auto has = [&classes](std::string_view word) {
    return classes.find(word) != std::string::npos;
  };
  return (has("accordion") || has("collapsib") || has("spoiler") || has("toggle") || has("acc-") ||
          has("acc_")) &&
         (has("title") || has("head") || has("trigger") || has("button") || has("btn") ||
          has("label") || has("dropdown-toggle") || classes == "collapsible" ||
          classes == "accordion" || classes == "toggle") &&
         !has("content") && !has("body");
}

std::optional<Toggle> toggle_at(std::span<const GumboNode* const> siblings, std::size_t at) {
  const GumboNode* node = siblings[at];
  if (!is_element(node)) return std::nullopt;
  const GumboNode* control = control_in(node);
  if (control == nullptr || !is_short(control, longest_control) || !has_text(control))
    return std::nullopt;
  std::size_t next = at + 1;
  while (next < siblings.size() &&
         (is_blank_node(siblings[next]) || tag_of(siblings[next]) == GUMBO_TAG_INPUT ||
          tag_of(siblings[next]) == GUMBO_TAG_HR || tag_of(siblings[next]) == GUMBO_TAG_BR ||
          (is_element(siblings[next]) && !has_text(siblings[next]))))
    ++next;
  if (next == siblings.size()) return std::nullopt;
  const GumboNode* panel = siblings[next];
  if (!may_be_panel(panel) || control_in(panel) != nullptr) return std::nullopt;
  const bool opens = says_it_opens(control) || says_it_opens(node) || is_of_family(panel) ||
                     part_of(panel) == PairPart::answer || attribute(panel, "role") == "region" ||
                     attribute(panel, "style").find("none") != std::string_view::npos;
  return Toggle{control, panel, next, opens};
}

}  // namespace answers
