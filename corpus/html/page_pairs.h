#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

struct GumboInternalNode;

namespace answers {

/// A question and its answer that the markup of a page tells apart.
struct MarkedPair {
  const GumboInternalNode* node = nullptr;  ///< where it begins
  std::string question{};                   ///< one line
  std::string answer{};                     ///< Markdown
  std::string anchor{};
  bool sure = false;  ///< the page says for machines that it is one
};

/// The pairs of what begins at `siblings[at]`: microdata, elements whose classes or roles are parts
/// of a pair, <details>, <dl>, a table with a column of questions and one of answers. `at` then
/// stands at the last sibling that belongs to them. nullopt where it is none of these.
/// O(size of what is looked at).
std::optional<std::vector<MarkedPair>> marked_pairs(
    std::span<const GumboInternalNode* const> siblings, std::size_t& at);

/// Whether an element may hold such pairs.
bool may_be_marked(const GumboInternalNode* node);

}  // namespace answers
