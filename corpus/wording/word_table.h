#pragma once

#include "corpus/characters/characters.h"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace answers {

/// The rows of a constant table, found by what a text says: by its folded_words(). Of two rows with
/// the same words the first counts. The table must outlive it.
template <class Row>
class WordTable {
 public:
  /// `words` is the member of a row that it is found by.
  template <std::size_t rows>
  WordTable(const Row (&table)[rows], std::string_view Row::*words) {
    for (const Row& row : table) rows_.emplace(folded_words(row.*words), &row);
  }

  /// The row of these folded words; nullptr when there is none. O(length).
  const Row* find(std::string_view folded) const {
    const auto found = rows_.find(folded);
    return found == rows_.end() ? nullptr : found->second;
  }

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::unordered_map<std::string, const Row*, Hash, std::equal_to<>> rows_;
};

}  // namespace answers
