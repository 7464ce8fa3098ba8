#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

struct GumboInternalNode;

namespace answers {

/// A question and its answer that the markup of a page tells apart.
struct MarkedPair {
  /// How the markup does so: what is alike is decided upon together.
  enum class Shape : std::uint8_t { fold, list, table, toggle, part };

  const GumboInternalNode* node = nullptr;         ///< where it begins
  std::string question{};                          ///< one line
  std::vector<const GumboInternalNode*> answer{};  ///< nodes that follow each other
  std::string anchor{};
  Shape shape = Shape::fold;
  bool told = false;   ///< for machines, in a label, a class, the name of a column
  bool loose = false;  ///< a button and what stands behind it: only company makes it a question
};

/// The pairs of what begins at `siblings[at]`: microdata, something to click on with its panel,
/// elements whose classes or roles are parts of a pair, the sides of a card, <details>, <dl>, a
/// table with a column of questions and one of answers or with labelled rows. `at` then stands at
/// the last sibling that belongs to them. nullopt where it is none of these. O(size of what is
/// looked at).
std::optional<std::vector<MarkedPair>> marked_pairs(
    std::span<const GumboInternalNode* const> siblings, std::size_t& at);

/// Whether an element may hold such pairs.
bool may_be_marked(const GumboInternalNode* node);

}  // namespace answers
