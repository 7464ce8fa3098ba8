#pragma once

#include "corpus/markdown/page.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct GumboInternalNode;

namespace answers {

struct MarkedPair;

/// A page of HTML in the lines of Markdown that it is decided upon in.
struct PageText {
  markdown::Page page{};
  std::vector<std::size_t> line_of_page{};  ///< one a line: the line of the page it begins on
};

/// Writes a page, tree by tree: each paragraph, heading, list and <pre> stands between blank lines,
/// a <br> ends a line. What opens, a term, a row of pairs is a bold line above what it holds.
class PageWriter {
 public:
  /// `page` must outlive it.
  explicit PageWriter(const TextLines& page);

  /// Navigation, header, footer and scripts are left out. Nothing of the tree is kept.
  /// O(size of the tree).
  void add(const GumboInternalNode* root);
  /// All of it; once, at the end.
  PageText take();

 private:
  using Nodes = std::span<const GumboInternalNode* const>;

  void write(Nodes siblings, int depth);
  void write_block(const GumboInternalNode* node, int depth);
  void write_list(const GumboInternalNode* list, int depth);
  void write_pair(const MarkedPair& pair, int depth);
  void write_title(const std::string& title, const GumboInternalNode* node, std::string anchor);
  void add_contents(std::size_t first_line);
  void write_run(std::vector<const GumboInternalNode*>& run);
  void add(std::string_view text, const std::vector<std::size_t>& begins);
  void add_line(std::string_view line, std::size_t line_of_page);
  std::size_t byte() const { return text_.page.lines.text.size(); }

  /// What stands in a pair that is being written.
  struct Open {
    bool text = false;   ///< of its own, before any block in it
    bool block = false;  ///< a heading or a pair
  };

  const TextLines& page_;
  PageText text_{};
  std::vector<Open> open_{1};
  std::string pending_anchor_{};
  bool offers_ = false;  ///< a radio button stands before what comes next
};

}  // namespace answers
