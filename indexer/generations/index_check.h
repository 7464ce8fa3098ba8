#pragma once

#include "indexer/generations/manifest.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace answers {

/// Verifies a finished generation: Xapian's own check of every database, the metadata, the number
/// of records, and that each stored record can be read. Returns what is wrong, empty when it is
/// whole. Reads all of it: some 100 MB/s.
std::vector<std::string> check_generation(const std::filesystem::path& directory,
                                          std::uint64_t number);

/// The manifest of a generation, from its head alone: readable although segments are damaged.
/// Throws std::runtime_error and Xapian::Error.
Manifest read_manifest(const std::filesystem::path& directory, std::uint64_t number);

}  // namespace answers
