#pragma once

#include <filesystem>
#include <string>

/// Paths are typed as they are from the working directory, and the index in `directory` has names
/// of its own for them. What is no file or folder from here, and does not begin with ./ or ../, is
/// a name as the index has it, or the last part of one; so is all where there is no `directory`.
namespace answers {

/// The filter of a query that `--path PATH` is; empty where it is all of the index's project.
std::string path_filter(const std::string& path, const std::filesystem::path& directory);

/// A query with its filters `path:` as the index has them. O(length).
std::string query_from_here(const std::string& query, const std::filesystem::path& directory);

}  // namespace answers
