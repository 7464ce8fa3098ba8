#pragma once

#include <memory_resource>
#include <string_view>

struct GumboInternalNode;

namespace answers {

/// A page of HTML as gumbo's tree. All of it lies in a few large blocks of memory that go at once:
/// to take and give back node by node took a quarter of the time of reading HTML.
class HtmlTree {
 public:
  /// `html` must outlive the tree, and not be nested too deep: see is_too_deep(). O(length).
  explicit HtmlTree(std::string_view html);
  ~HtmlTree() = default;
  HtmlTree(const HtmlTree&) = delete;
  HtmlTree& operator=(const HtmlTree&) = delete;

  const GumboInternalNode* root() const { return root_; }

 private:
  std::pmr::monotonic_buffer_resource memory_;
  const GumboInternalNode* root_ = nullptr;
};

}  // namespace answers
