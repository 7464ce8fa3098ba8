#pragma once

#include "corpus/html/page_pairs.h"

#include <cstddef>
#include <string>
#include <vector>

struct GumboInternalNode;

namespace answers {

/// A page in the order of its text: what may be a question, and what stands between.
struct PageItem {
  enum class Kind { heading, pair, content };
  Kind kind = Kind::content;
  int level = 0;         ///< of a heading
  std::string text{};    ///< of a heading or a question, one line; of content, Markdown
  std::string answer{};  ///< of a pair
  std::string anchor{};
  std::size_t line = 0;
  MarkedPair::Shape shape = MarkedPair::Shape::fold;  ///< of a pair, as the three below
  bool sure = false;
  bool told = false;
  bool loose = false;
};

constexpr int bold_level = 7;  ///< of a bold paragraph: below all headings

/// Makes items of a page, tree by tree.
class PageItems {
 public:
  /// Navigation, header, footer and scripts are left out. Nothing of the tree is kept.
  /// O(size of the tree).
  void add(const GumboInternalNode* root);
  /// All items; once, at the end.
  std::vector<PageItem> take();

 private:
  void flatten(const GumboInternalNode* node, int depth);
  void add_item(PageItem item);
  void add_content(const GumboInternalNode* node, bool is_inline);
  void add_paragraph(const std::string& text, const GumboInternalNode* node);
  void flush_run();
  void flush_content();

  std::vector<PageItem> items_{};
  std::string content_{};                        // what has come since the last item
  std::vector<const GumboInternalNode*> run_{};  // and what stands in its last line
  std::size_t content_line_ = 0;
  std::string pending_anchor_{};
};

}  // namespace answers
