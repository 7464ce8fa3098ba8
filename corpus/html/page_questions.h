#pragma once

#include "corpus/html/page_items.h"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace answers {

/// What is known of a page besides its items.
struct PageFacts {
  std::string_view name{};  ///< of the file, without folders
  std::string_view title{};
  std::size_t lines = 0;
};

/// A question of a page, as written, with what answers it.
struct PageQuestion {
  const PageItem* item = nullptr;
  std::string question{};
  std::string answer{};
  std::size_t end_line = 0;
  const std::vector<std::pair<int, std::string>>* above = nullptr;  ///< topics, by their levels
};

/// Decides which of the items ask, and tells `tell` of each that does. O(size of the items).
void find_questions(const std::vector<PageItem>& items, const PageFacts& facts,
                    const std::function<void(PageQuestion)>& tell);

/// The bytes of "1.", "(2)", "1.1:" at the beginning.
std::size_t number_size(std::string_view text);

}  // namespace answers
