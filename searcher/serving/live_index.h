#pragma once

#include "indexer/generations/index.h"
#include "searcher/ranking/searcher.h"

#include <cstdint>
#include <filesystem>
#include <memory>

namespace answers {

/// One generation, open in both of the ways in which it is asked.
struct OpenGeneration {
  Index index;
  Searcher searcher;
  std::uint64_t number = 0;
};

/// An index that is asked for a long time: opened with the first question, and opened anew between
/// two questions when another generation has been published. One for each thread.
class LiveIndex {
 public:
  explicit LiveIndex(std::filesystem::path directory) : directory_(std::move(directory)) {}

  const std::filesystem::path& directory() const { return directory_; }
  /// The live generation; valid until the next call, so ask once for each question. Where a new one
  /// cannot be opened the last one that could be goes on. Throws what open_index() throws while
  /// none could be opened yet. Costs the reading of one line where nothing changed.
  OpenGeneration& live();

 private:
  std::filesystem::path directory_;
  std::unique_ptr<OpenGeneration> open_;
  std::uint64_t seen_ = 0;  ///< what CURRENT named when `open_` was opened
};

}  // namespace answers
