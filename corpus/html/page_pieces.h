#pragma once

#include "corpus/markup/html_tree.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace answers {

/// What is shown and the pieces of it are in memory at once, and a build has 256 MB.
constexpr std::size_t longest_page = std::size_t{24} << 20;

/// Half a kilobyte of a tree each.
constexpr std::size_t most_tags = 300'000;

/// A tree takes up to 50 times the memory of its page, so a long page is cut before headings. Ends
/// before the tag that is one too many behind the last cut, or that has too many attributes.
/// O(length).
std::vector<std::string_view> pieces_of(std::string_view html);

/// A piece of a page as a tree whose lines are those of the page.
class ParsedPiece {
 public:
  /// Both must outlive it.
  ParsedPiece(std::string_view page, std::string_view piece);

  const GumboInternalNode* root() const { return tree_.root(); }
  HtmlTree& tree() { return tree_; }

 private:
  std::string text_{};  // of a later piece: an empty line for each one before it
  HtmlTree tree_;
};

}  // namespace answers
