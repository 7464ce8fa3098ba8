#include "indexer/building/update_roots.h"

#include "indexer/building/collection_files.h"
#include "indexer/generations/index_file.h"

#include <fmt/core.h>

#include <algorithm>
#include <set>
#include <system_error>
#include <utility>

namespace answers {
namespace fs = std::filesystem;
namespace {

/// An index that cannot be built upon is made anew of all that it was made of.
void add_lost_roots(const fs::path& directory, const FileNames& names, CollectionRoots& roots) {
  std::set<std::string> named;
  for (const auto& path : roots.named) named.insert(names.name_of(path));
  for (auto& path : remembered_roots(std::nullopt, directory)) {
    if (!named.insert(names.name_of(path)).second) continue;
    if (path == "-") {
      roots.lost_standard_input = true;
    } else {
      roots.named.push_back(std::move(path));
    }
  }
}

}  // namespace

CollectionRoots roots_of_update(const IndexOptions& options,
                                const std::optional<LiveGeneration>& live) {
  const fs::path directory = whole_path(options.directory);
  const FileNames names(directory);
  CollectionRoots roots;
  roots.named = options.collections;
  if (roots.named.empty() && options.forgotten.empty()) {
    roots.named = known_collections(live, directory);
    std::erase(roots.named, "-");  // was read to its end
    roots.keeps_standard_input = true;
  }
  if (!live && !options.rebuild) add_lost_roots(directory, names, roots);
  std::set<std::string> remembered;
  for (const auto& path : roots.named) {  // what is not there is not remembered
    std::error_code error;
    const auto type = path == "-" ? fs::file_type::regular : fs::status(path, error).type();
    // Nor what is read once: a pipe.
    if (type == fs::file_type::regular || type == fs::file_type::directory)
      remembered.insert(names.name_of(path));
  }
  if (live && !options.rebuild)
    remembered.insert(live->manifest.roots.begin(), live->manifest.roots.end());
  if (live && roots.keeps_standard_input && std::ranges::count(live->manifest.roots, "-") > 0)
    remembered.insert("-");
  for (const auto& path : options.forgotten) remembered.erase(names.name_of(path));
  roots.remembered.assign(remembered.begin(), remembered.end());
  return roots;
}

std::vector<fs::path> known_collections(const std::optional<LiveGeneration>& live,
                                        const fs::path& directory) {
  auto paths = remembered_roots(live, directory);
  if (!live && paths.empty()) {
    throw IndexUnusable(fmt::format(
        "the index {} does not say what it was made of; name the collections: answers index PATH…",
        directory.string()));
  }
  return paths;
}

bool is_there(const fs::path& collection) {
  std::error_code error;
  return collection == "-" || fs::exists(collection, error);
}

}  // namespace answers
