#pragma once

#include "corpus/markup/html_fragment.h"

#include <gumbo.h>

#include <string_view>

/// What rendering asks of a tree of HTML, of either kind.
namespace answers {

/// A tree that gumbo made.
struct ParsedTree {
  using Node = const GumboNode*;

  static bool is_element(Node node) {
    return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
  }
  static GumboTag tag(Node node) { return node->v.element.tag; }
  static bool is_text(Node node) {
    return !is_element(node) && node->type != GUMBO_NODE_COMMENT &&
           node->type != GUMBO_NODE_DOCUMENT;
  }
  /// Of any node but an element.
  static std::string_view text(Node node) { return node->v.text.text; }
  static std::string_view attribute(Node node, const char* name) {
    const GumboAttribute* found = gumbo_get_attribute(&node->v.element.attributes, name);
    return found == nullptr ? std::string_view() : std::string_view(found->value);
  }
  template <typename Visit>
  static void each_child(Node node, Visit visit) {
    if (!is_element(node)) return;
    const GumboVector& children = node->v.element.children;
    for (unsigned i = 0; i < children.length; ++i)
      visit(static_cast<const GumboNode*>(children.data[i]));
  }
};

/// The tree of a fragment, which outlives it.
struct FragmentTree {
  using Node = const HtmlNode*;

  static bool is_element(Node node) { return node->kind == HtmlNode::Kind::element; }
  static GumboTag tag(Node node) { return node->tag; }
  static bool is_text(Node node) { return node->kind == HtmlNode::Kind::text; }
  static std::string_view text(Node node) { return node->text; }
  std::string_view attribute(Node node, const char* name) const {
    return fragment->attribute(node, name);
  }
  template <typename Visit>
  static void each_child(Node node, Visit visit) {
    for (const HtmlNode* child = node->first_child; child != nullptr; child = child->next)
      visit(child);
  }

  const HtmlFragment* fragment;
};

}  // namespace answers
