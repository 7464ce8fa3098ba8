#pragma once

#include "corpus/input/text_lines.h"
#include "corpus/markdown/shapes.h"

#include <cstddef>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace answers {
class Listener;
struct Record;
}  // namespace answers

namespace answers::markdown {

/// A page of HTML as lines of Markdown, and what its markup says of them beside their words.
struct Page {
  TextLines lines{};
  std::string title{};
  /// Folds, terms and their definitions, buttons and their panels, rows: each with its own
  /// `question` and an end, in the order of the text.
  std::vector<Candidate> marked{};
  std::vector<Range> contents{};            ///< lists of nothing but links
  std::unordered_set<std::string> asked{};  ///< folded words of what is asked for machines
  std::unordered_map<std::size_t, std::string> anchors{};  ///< by the byte where a block begins
};

/// Tells `listener` of the questions of a page, at their places in its lines. `defaults` holds what
/// is said for all its records. O(length).
void read_page(Page page, const Record& defaults, Listener& listener);

}  // namespace answers::markdown
