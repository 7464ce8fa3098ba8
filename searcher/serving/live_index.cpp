#include "searcher/serving/live_index.h"

#include "indexer/generations/index_directory.h"

#include <system_error>
#include <utility>

namespace answers {

const std::filesystem::path& LiveIndex::directory() const {
  if (places_.directories.size() != 1 || !places_.remotes.empty())
    throw NotOverRemotes("That is of one index, and several are searched here, or one elsewhere.");
  return places_.directories.front();
}

std::vector<std::uint64_t> LiveIndex::current() const {
  std::vector<std::uint64_t> numbers;
  for (const auto& directory : places_.directories)
    numbers.push_back(current_generation(directory).value_or(0));
  return numbers;
}

OpenGeneration& LiveIndex::live() {
  try {
    const std::vector<std::uint64_t> now = current();
    if (open_ && now == seen_) {
      open_->index.renew();
      return *open_;
    }
    Index index = open_index(places_);
    std::uint64_t number = 0;
    for (const Index::Member& member : index.members())
      number = number * 1'000'003 + member.generation;
    // A searcher keeps its index to itself, and neither is shared: a second one costs a few blocks.
    open_ = std::make_unique<OpenGeneration>(
        OpenGeneration{std::move(index), Searcher(open_index(places_)), number});
    seen_ = now;
  } catch (const IndexUnusable&) {
    if (!open_) throw;
  } catch (const std::system_error&) {
    if (!open_) throw;
  }
  return *open_;
}

}  // namespace answers
