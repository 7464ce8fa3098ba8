#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

namespace answers {

/// What was typed behind `answers collections`.
struct CollectionsCommand {
  std::string index{};   ///< --index as given
  std::string action{};  ///< "" lists them; add, remove, rename
  std::vector<std::filesystem::path> paths{};
  bool json = false;  ///< "answers.collections/1"
};

/// Lists the collections of an index on `out`, each with its records and files, and what of it is
/// not there any more; or takes them in, out, or from another place, as run_index() does. Returns
/// the exit code: 0; 2 where a path to be removed or renamed is no collection, which is told with
/// those that are; else that of run_index(). Throws what opening the index throws.
int run_collections(const CollectionsCommand& command, std::ostream& out, std::ostream& talk);

}  // namespace answers
