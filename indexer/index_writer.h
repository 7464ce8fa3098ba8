#pragma once

#include "corpus/record.h"

#include <filesystem>
#include <string>
#include <vector>

namespace answers {

/// What to index, and where to.
struct IndexOptions {
  std::filesystem::path directory{};
  std::vector<std::filesystem::path> collections{};
  bool rebuild = false;
};

/// What came of it.
struct IndexSummary {
  std::size_t records = 0;
  std::size_t unanswered = 0;
  std::size_t troubles = 0;
};

IndexSummary index_collections(const IndexOptions& options);

}  // namespace answers
