#include "corpus/markup/html_tree.h"

#include "corpus/characters/ascii.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

namespace answers {
namespace {

constexpr std::size_t first_block = 2048;       // bytes: enough for a line of markup
constexpr std::size_t deepest_parsed = 10'000;  // gumbo takes n² steps beyond
constexpr std::size_t most_attributes = 256;    // of one element: here, too

bool is_blank_byte(char byte) {
  return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r' || byte == '\f';
}

}  // namespace

bool is_too_deep(std::string_view html) {
  static constexpr std::array<std::string_view, 22> never_nested = {
      "p",  "li", "br",     "img", "hr",     "input", "meta", "link", "td",    "tr",    "th",
      "dt", "dd", "option", "col", "source", "wbr",   "area", "base", "embed", "param", "track"};
  constexpr std::size_t longest_name = 12;  // what is longer counts as nested
  std::size_t depth = 0;
  for (std::size_t at = 0; (at = html.find('<', at)) != std::string_view::npos; ++at) {
    const std::string_view rest = html.substr(at + 1);
    if (rest.starts_with('/')) {
      if (depth > 0) --depth;
      continue;
    }
    if (rest.empty() || (rest[0] | 0x20) < 'a' || (rest[0] | 0x20) > 'z') continue;
    std::array<char, longest_name + 1> lower{};
    std::size_t size = 0;
    for (; size < rest.size() && size < lower.size(); ++size) {
      const char byte = rest[size];
      if (byte == ' ' || byte == '/' || byte == '>' || byte == '\n' || byte == '\t') break;
      lower[size] = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte | 0x20) : byte;
    }
    const std::string_view name(lower.data(), size);
    if (std::ranges::find(never_nested, name) == never_nested.end()) ++depth;
    if (depth > deepest_parsed) return true;
  }
  return false;
}

bool has_too_many_attributes(std::string_view tag) {
  if (tag.size() < 2 || !is_letter(tag[1])) return false;
  std::size_t attributes = 0;
  for (std::size_t at = std::min(tag.find_first_of(" \n\t\r\f/>"), tag.size()); at < tag.size();) {
    if (tag[at] == '>') return false;
    if (is_blank_byte(tag[at]) || tag[at] == '/') {
      ++at;
      continue;
    }
    if (++attributes > most_attributes) return true;
    at = tag.find_first_of(" \n\t\r\f/>=", at + 1);
    at = std::min(at, tag.size());
    while (at < tag.size() && is_blank_byte(tag[at])) ++at;
    if (at == tag.size() || tag[at] != '=') continue;
    ++at;
    while (at < tag.size() && is_blank_byte(tag[at])) ++at;
    if (at == tag.size()) break;
    if (tag[at] == '"' || tag[at] == '\'') {
      const std::size_t close = tag.find(tag[at], at + 1);
      at = close == std::string_view::npos ? tag.size() : close + 1;
    } else {
      at = std::min(tag.find_first_of(" \n\t\r\f>", at), tag.size());
    }
  }
  return false;
}

bool is_unparsable(std::string_view html) {
  if (is_too_deep(html)) return true;
  for (std::size_t at = 0; (at = html.find('<', at)) != std::string_view::npos; ++at) {
    if (has_too_many_attributes(html.substr(at))) return true;
  }
  return false;
}

HtmlTree::HtmlTree(std::string_view html)
    : memory_(std::max<std::size_t>(first_block, 2 * html.size())) {
  GumboOptions options = kGumboDefaultOptions;
  options.userdata = &memory_;
  options.allocator = [](void* memory, std::size_t size) {
    return static_cast<std::pmr::monotonic_buffer_resource*>(memory)->allocate(size);
  };
  options.deallocator = [](void*, void*) {};
  options.max_errors = 0;  // nobody reads them, and each would hold the names of all open elements
  root_ = gumbo_parse_with_options(&options, html.data(), html.size())->root;
}

void HtmlTree::each(const std::function<void(GumboNode*)>& visit) {
  std::vector<GumboNode*> open = {root_};
  while (!open.empty()) {
    GumboNode* node = open.back();
    open.pop_back();
    visit(node);
    if (node->type != GUMBO_NODE_ELEMENT && node->type != GUMBO_NODE_TEMPLATE) continue;
    const GumboVector& children = node->v.element.children;
    for (unsigned i = children.length; i-- > 0;)
      open.push_back(static_cast<GumboNode*>(children.data[i]));
  }
}

void HtmlTree::remove(const std::function<bool(const GumboNode*)>& goes) {
  each([&goes](GumboNode* node) {
    if (node->type != GUMBO_NODE_ELEMENT && node->type != GUMBO_NODE_TEMPLATE) return;
    GumboVector& children = node->v.element.children;
    unsigned kept = 0;
    for (unsigned i = 0; i < children.length; ++i) {
      if (!goes(static_cast<const GumboNode*>(children.data[i])))
        children.data[kept++] = children.data[i];
    }
    children.length = kept;
  });
}

}  // namespace answers
