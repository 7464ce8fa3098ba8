#include "searcher/serving/live_index.h"

#include "indexer/generations/index_directory.h"

#include <system_error>
#include <utility>

namespace answers {

OpenGeneration& LiveIndex::live() {
  try {
    const std::uint64_t current = current_generation(directory_).value_or(0);
    if (open_ && current == seen_) return *open_;
    Index index = open_index({directory_});
    const std::uint64_t number = index.members().front().generation;
    // A searcher keeps its index to itself, and neither is shared: a second one costs a few blocks.
    open_ = std::make_unique<OpenGeneration>(
        OpenGeneration{std::move(index), Searcher(open_index({directory_})), number});
    seen_ = current;
  } catch (const IndexUnusable&) {
    if (!open_) throw;
  } catch (const std::system_error&) {
    if (!open_) throw;
  }
  return *open_;
}

}  // namespace answers
