#pragma once

#include <gumbo.h>

#include <algorithm>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

/// What readers of pages ask of a node that gumbo has parsed. Views live as long as its tree.
namespace answers {

bool is_element(const GumboNode* node);
/// GUMBO_TAG_UNKNOWN for what is no element, too.
GumboTag tag_of(const GumboNode* node);
/// Empty for what has no such attribute.
std::string_view attribute(const GumboNode* node, const char* name);

/// Whether `visit` is true of a word of a class or id, which blanks part.
template <typename Visit>
bool any_word(std::string_view names, Visit visit) {
  while (!names.empty()) {
    const std::size_t size = std::min(names.find_first_of(" \n\t"), names.size());
    if (size > 0 && visit(names.substr(0, size))) return true;
    names.remove_prefix(std::min(names.size(), size + 1));
  }
  return false;
}
/// Empty for what is no element.
std::span<const GumboNode* const> children_of(const GumboNode* node);
/// Calls visit(node) for `root` and all below it, in their order. Without recursion: a page may be
/// nested deep.
template <typename Visit>
void each_node(const GumboNode* root, Visit visit) {
  std::vector<const GumboNode*> open = {root};
  while (!open.empty()) {
    const GumboNode* node = open.back();
    open.pop_back();
    visit(node);
    const auto children = children_of(node);
    open.insert(open.end(), children.rbegin(), children.rend());
  }
}

/// The line of the page that the node begins on, from 1.
std::size_t line_of(const GumboNode* node);
/// 1–6 of a heading, else 0.
int heading_level(const GumboNode* node);
/// Scripts, navigation, headers and footers: no text of the page.
bool is_left_out(const GumboNode* node);
/// White space or a comment.
bool is_blank_node(const GumboNode* node);
/// Text, and elements that stand within a line of it.
bool is_inline(const GumboNode* node);

}  // namespace answers
