#include "indexer/commands/check_command.h"

#include "indexer/building/collection_files.h"
#include "indexer/commands/index_command.h"
#include "indexer/generations/index.h"
#include "indexer/generations/index_check.h"
#include "indexer/generations/index_directory.h"
#include "indexer/generations/index_lock.h"

#include <fmt/core.h>
#include <xapian.h>

#include <algorithm>
#include <optional>
#include <ostream>

namespace answers {
namespace fs = std::filesystem;
namespace {

/// The collections of the newest generation whose head can still be read.
std::vector<fs::path> remembered_collections(const fs::path& directory) {
  auto generations = finished_generations(directory);
  std::ranges::reverse(generations);
  for (const auto number : generations) {
    try {
      const FileNames names(directory);
      std::vector<fs::path> collections;
      for (const auto& root : read_manifest(directory, number).roots)
        collections.push_back(names.path_of(root));
      if (!collections.empty()) return collections;
    } catch (const std::exception&) {
      continue;
    } catch (const Xapian::Error&) {
      continue;
    }
  }
  return {};
}

int build_anew(const CheckCommand& command, const fs::path& directory, std::ostream& talk) {
  IndexCommand index;
  index.index = command.index;
  index.options.rebuild = true;
  index.options.collections = remembered_collections(directory);
  std::error_code error;
  if (index.options.collections.empty() ||
      std::ranges::any_of(index.options.collections,
                          [&](const fs::path& path) { return !fs::exists(path, error); })) {
    talk << "answers: the collections it was made of are not known or not there; make it anew "
            "with: answers index --rebuild PATH…\n";
    return 3;
  }
  talk << "answers: building it anew from its collections\n";
  return run_index(index, talk) == 0 ? 0 : 3;
}

}  // namespace

int run_check(const CheckCommand& command, std::ostream& out, std::ostream& talk) {
  const fs::path directory = find_index(command.index);
  const auto current = current_generation(directory);
  auto generations = finished_generations(directory);
  if (generations.empty()) {
    throw IndexUnusable(fmt::format("there is no index in {}; make one with: answers index PATH…",
                                    directory.string()));
  }
  std::ranges::reverse(generations);
  std::optional<std::uint64_t> last_good;
  bool current_is_good = false;
  for (const auto number : generations) {
    const auto wrong = check_generation(directory, number);
    const std::string_view live = number == current ? " (live)" : "";
    if (wrong.empty()) {
      out << fmt::format("generation {}{}: whole\n", number, live);
      if (!last_good) last_good = number;
      current_is_good = current_is_good || number == current;
    }
    for (const auto& what : wrong) out << fmt::format("generation {}{}: {}\n", number, live, what);
  }
  if (current_is_good) return 0;
  if (!current) {
    out << "CURRENT is missing or names no generation\n";
  } else if (std::ranges::find(generations, *current) == generations.end()) {
    out << fmt::format("CURRENT names {}, which is not there\n", generation_name(*current));
  }
  if (!command.repair) {
    talk << "answers: the index " << directory.string()
         << " is damaged; mend it with: answers check --repair\n";
    return 3;
  }
  if (last_good) {
    const IndexLock lock(directory, std::chrono::seconds(10));
    make_current(directory, *last_good);
    sweep(directory);
    talk << fmt::format(
        "answers: went back to generation {}; bring it up to date with: answers index\n",
        *last_good);
    return 0;
  }
  return build_anew(command, directory, talk);
}

}  // namespace answers
