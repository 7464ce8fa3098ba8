#include "corpus/markup/html_tree.h"

#include <gumbo.h>

#include <algorithm>
#include <cstddef>

namespace answers {
namespace {

constexpr std::size_t first_block = 2048;  // bytes: enough for a line of markup

}  // namespace

HtmlTree::HtmlTree(std::string_view html)
    : memory_(std::max<std::size_t>(first_block, 2 * html.size())) {
  GumboOptions options = kGumboDefaultOptions;
  options.userdata = &memory_;
  options.allocator = [](void* memory, std::size_t size) {
    return static_cast<std::pmr::monotonic_buffer_resource*>(memory)->allocate(size);
  };
  options.deallocator = [](void*, void*) {};
  root_ = gumbo_parse_with_options(&options, html.data(), html.size())->root;
}

}  // namespace answers
