#pragma once

#include "indexer/analysis.h"
#include "indexer/index.h"
#include "searcher/results.h"

#include <cstddef>
#include <string_view>

namespace answers {

struct SearchOptions {
  std::size_t limit = 10;  ///< hits to return
  std::size_t offset = 0;  ///< hits to leave out before them
};

/// An index and a query -> results. One for each thread.
class Searcher {
 public:
  explicit Searcher(Index index);
  Results search(std::string_view query, const SearchOptions& options);

 private:
  Index index_;
  Analyser analyser_;
};

}  // namespace answers
