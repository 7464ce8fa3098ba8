#include "indexer/building/live_generation.h"

#include "indexer/building/collection_files.h"
#include "indexer/generations/index.h"
#include "indexer/generations/index_check.h"
#include "indexer/generations/index_directory.h"
#include "indexer/schema.h"

#include <exception>
#include <new>
#include <system_error>
#include <utility>

namespace answers {
namespace fs = std::filesystem;

std::optional<LiveGeneration> open_live_generation(const fs::path& directory,
                                                   std::vector<std::string>& warnings) {
  try {
    const Index index = open_index({directory}, Verify::all);
    for (const auto& warning : index.warnings()) warnings.push_back(warning);
    const auto& member = index.members().front();
    const auto metadata = [&member](std::string_view key) {
      return member.database.get_metadata(std::string(key));
    };
    return LiveGeneration{member.generation,
                          directory / generation_name(member.generation),
                          member.database,
                          member.files,
                          manifest_from_bytes(metadata(schema::manifest_key)),
                          read_averages(member.database),
                          read_space(member.database),
                          index.segments(),
                          metadata(schema::dictionary_key)};
  } catch (const std::system_error&) {
    throw;
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& error) {  // there is none, or none that can be built upon
    if (!finished_generations(directory).empty()) warnings.emplace_back(error.what());
  } catch (const Xapian::Error& error) {
    warnings.push_back(error.get_msg());
  }
  return std::nullopt;
}

std::vector<fs::path> remembered_roots(const std::optional<LiveGeneration>& live,
                                       const fs::path& directory) {
  std::vector<std::string> roots;
  if (live) {
    roots = live->manifest.roots;
  } else {
    const auto finished = finished_generations(directory);
    for (auto at = finished.rbegin(); at != finished.rend() && roots.empty(); ++at)
      roots = read_collections(directory, *at);
  }
  const FileNames names(directory);
  std::vector<fs::path> paths;
  paths.reserve(roots.size());
  for (const auto& root : roots) paths.push_back(names.path_of(root));
  return paths;
}

}  // namespace answers
