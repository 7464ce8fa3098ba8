#pragma once

#include "indexer/generations/checksums.h"
#include "indexer/generations/index_averages.h"
#include "indexer/generations/manifest.h"
#include "indexer/generations/subject_table.h"

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

/// What an update builds upon.
namespace answers {

/// The live generation, as far as an update needs it.
struct LiveGeneration {
  std::uint64_t number = 0;
  std::filesystem::path folder{};
  Xapian::Database database{};
  std::vector<FileSum> files{};
  Manifest manifest{};
  IndexAverages averages{};
  Space space{};
  std::vector<Xapian::Database> databases{};  ///< its head and its segments
  std::string dictionary{};
};

/// The newest generation in `directory` of which every byte is as it was written: what is taken
/// over from it is as good as new. nullopt when there is none, or none that can be built upon;
/// `warnings` says why. Throws std::system_error when it may not be read.
std::optional<LiveGeneration> open_live_generation(const std::filesystem::path& directory,
                                                   std::vector<std::string>& warnings);

/// The collections that the index was made of, as paths, even if it is of another format or damaged
/// and cannot be built upon; empty when it does not say.
std::vector<std::filesystem::path> remembered_roots(const std::optional<LiveGeneration>& live,
                                                    const std::filesystem::path& directory);

}  // namespace answers
