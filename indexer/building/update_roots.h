#pragma once

#include "indexer/building/index_writer.h"
#include "indexer/building/live_generation.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

/// Which collections an update looks at, and which the index is made of from then on.
namespace answers {

struct CollectionRoots {
  std::vector<std::filesystem::path> named{};  ///< to be looked at
  std::vector<std::string> remembered{};       ///< of the new generation, as it names them; sorted
  bool keeps_standard_input = false;           ///< nothing was named: what came from it stays
  bool lost_standard_input = false;            ///< the index is made anew without what came from it
};

/// What `options` ask for: all that were remembered where nothing is named, and where the index
/// cannot be built upon. Throws IndexUnusable where nothing is named and none are known.
CollectionRoots roots_of_update(const IndexOptions& options,
                                const std::optional<LiveGeneration>& live);

/// The collections that the index in `directory` was made of. Throws IndexUnusable where nobody
/// knows.
std::vector<std::filesystem::path> known_collections(const std::optional<LiveGeneration>& live,
                                                     const std::filesystem::path& directory);

/// Whether there is a file or folder, or it is standard input.
bool is_there(const std::filesystem::path& collection);

}  // namespace answers
