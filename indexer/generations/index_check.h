#pragma once

#include "indexer/generations/manifest.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace answers {

/// Verifies a finished generation: every byte of every file against its checksum, and that the
/// files are those that belong together. Returns what is wrong and in which file, empty when it is
/// whole. Reads all of it, some 5 GB/s. Never throws because of what it reads.
std::vector<std::string> check_generation(const std::filesystem::path& directory,
                                          std::uint64_t number);

/// The collections that a generation was made of, as it names them: from its file `collections`,
/// else from its head. Empty when neither says.
std::vector<std::string> read_collections(const std::filesystem::path& directory,
                                          std::uint64_t number);

/// The version of the format as the head of the generation in `folder` has it, unverified; empty
/// when it does not say. Versions up to 4 had no checksums, and say it nowhere else.
std::string format_of_head(const std::filesystem::path& folder);

/// The manifest of a generation, from its head alone: readable although segments are damaged.
/// Throws std::exception and Xapian::Error.
Manifest read_manifest(const std::filesystem::path& directory, std::uint64_t number);

}  // namespace answers
