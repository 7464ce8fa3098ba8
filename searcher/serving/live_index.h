#pragma once

#include "indexer/generations/index.h"
#include "searcher/ranking/searcher.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

namespace answers {

/// One generation, open in both of the ways in which it is asked.
struct OpenGeneration {
  Index index;
  Searcher searcher;
  std::uint64_t number = 0;  ///< tells it from those before it

  /// Whether what it answers is the same as long as it is this one: a member elsewhere may come and
  /// go.
  bool is_constant() const { return index.remotes().empty(); }
};

/// An index that is asked for a long time: opened with the first question, and opened anew between
/// two questions when another generation has been published. One for each thread.
class LiveIndex {
 public:
  explicit LiveIndex(IndexPlaces places) : places_(std::move(places)) {}

  /// The folder of an index that is alone; throws NotOverRemotes where it is not, or elsewhere.
  const std::filesystem::path& directory() const;
  /// The live generation; valid until the next call, so ask once for each question. Where a new one
  /// cannot be opened the last one that could be goes on. Throws what open_index() throws while
  /// none could be opened yet. Costs the reading of one line where nothing changed.
  OpenGeneration& live();

 private:
  std::vector<std::uint64_t> current() const;

  IndexPlaces places_;
  std::unique_ptr<OpenGeneration> open_;
  std::vector<std::uint64_t> seen_;  ///< what each CURRENT named when `open_` was opened
};

}  // namespace answers
