#pragma once

#include "corpus/input/text_lines.h"

#include <cstddef>
#include <vector>

struct GumboInternalNode;

namespace answers {

/// A page of HTML as lines of Markdown: each paragraph, item of a list, heading and <pre> stands
/// between blank lines, a <br> ends a line.
struct PageLines {
  TextLines text{};
  std::vector<std::size_t> line_of_page{};  ///< one a line: the line of the page it begins on
};

/// `root` is of the tree of `page`. A row of a table whose first cell is a label ("Q:") is a line.
/// O(length).
PageLines page_lines(const GumboInternalNode* root, const TextLines& page);

}  // namespace answers
