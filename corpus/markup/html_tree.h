#pragma once

#include <functional>
#include <memory_resource>
#include <string_view>

struct GumboInternalNode;

namespace answers {

/// Whether HTML is nested so deeply that parsing it would take too much of the stack. O(length).
bool is_too_deep(std::string_view html);
/// Whether the tag that `tag` begins with has more attributes than any page needs: the parser
/// compares each with all before it (100,000 of them: a minute). O(length of the tag).
bool has_too_many_attributes(std::string_view tag);
/// Whether either holds anywhere in `html`. O(length).
bool is_unparsable(std::string_view html);

/// A page of HTML as gumbo's tree. All of it lies in a few large blocks of memory that go at once:
/// to take and give back node by node took a quarter of the time of reading HTML.
class HtmlTree {
 public:
  /// `html` must outlive the tree, and not be nested too deep: see is_unparsable(). O(length).
  explicit HtmlTree(std::string_view html);
  ~HtmlTree() = default;
  HtmlTree(const HtmlTree&) = delete;
  HtmlTree& operator=(const HtmlTree&) = delete;

  const GumboInternalNode* root() const { return root_; }

  /// Calls `visit` for each node, in the order of the page. What it changes of a node stays so.
  void each(const std::function<void(GumboInternalNode*)>& visit);
  /// Takes out the elements, with all below, that `goes` is true of. Does not ask for the root.
  void remove(const std::function<bool(const GumboInternalNode*)>& goes);

 private:
  std::pmr::monotonic_buffer_resource memory_;
  GumboInternalNode* root_ = nullptr;
};

}  // namespace answers
