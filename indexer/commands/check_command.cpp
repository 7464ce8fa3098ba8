#include "indexer/commands/check_command.h"

#include "corpus/characters/printable.h"
#include "indexer/building/live_generation.h"
#include "indexer/commands/index_command.h"
#include "indexer/generations/index.h"
#include "indexer/generations/index_check.h"
#include "indexer/generations/index_directory.h"
#include "indexer/generations/index_lock.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <ostream>
#include <span>
#include <vector>

namespace answers {
namespace fs = std::filesystem;
namespace {

/// Builds the index anew of what it was made of.
int build_anew(const CheckCommand& command, const fs::path& directory, std::ostream& talk) {
  IndexCommand index;
  index.index = command.index;
  index.options.rebuild = true;
  index.options.collections = remembered_roots(std::nullopt, directory);
  std::erase(index.options.collections, "-");  // was read once
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

/// What a look at an index found.
struct Findings {
  std::vector<std::uint64_t> whole{};  ///< newest first
  bool damaged = false;
  std::vector<std::uint64_t> generations{};  ///< newest first
};

Findings look(const fs::path& directory, std::ostream& out) {
  Findings found;
  const auto current = current_generation(directory);
  found.generations = finished_generations(directory);
  if (!current && found.generations.empty()) {
    throw IndexUnusable(fmt::format("there is no index in {}; make one with: answers index PATH…",
                                    directory.string()));
  }
  std::ranges::reverse(found.generations);
  for (const auto number : found.generations) {
    const auto wrong = check_generation(directory, number);
    std::error_code error;
    if (!wrong.empty() && !fs::exists(directory / generation_name(number), error))
      continue;  // a writer swept it away meanwhile
    const std::string_view live = number == current ? " (live)" : "";
    if (wrong.empty()) {
      out << fmt::format("generation {}{}: whole\n", number, live);
      found.whole.push_back(number);
    }
    for (const auto& what : wrong)
      out << printable_line(fmt::format("generation {}{}: {}", number, live, what)) << '\n';
    found.damaged = found.damaged || !wrong.empty();
  }
  if (!current) {
    out << "CURRENT is missing or names no generation\n";
  } else if (std::ranges::find(found.generations, *current) == found.generations.end()) {
    out << fmt::format("CURRENT names {}, which is not there\n", generation_name(*current));
  } else if (!found.whole.empty() && found.whole.front() > *current) {
    out << fmt::format("CURRENT names generation {}, and {} is newer\n", *current,
                       found.whole.front());
  }
  found.damaged =
      found.damaged || !current || found.whole.empty() || found.whole.front() != *current;
  return found;
}

}  // namespace

int run_check(const CheckCommand& command, std::ostream& out, std::ostream& talk) {
  const fs::path directory = find_index(command.index);
  {
    // First the lock and then the look: what is acted upon is still so.
    std::optional<IndexLock> lock;
    if (command.repair && !finished_generations(directory).empty())
      lock.emplace(directory, std::chrono::seconds(10));
    const Findings found = look(directory, out);
    if (!found.damaged) return 0;
    if (!command.repair) {
      talk << fmt::format(
          "answers: the index {0} is damaged; mend it with: answers check --repair --index {0}\n",
          printable_line(directory.string()));
      return 3;
    }
    if (!found.whole.empty()) {
      const std::uint64_t good = found.whole.front();
      make_current(directory, good);
      sweep_all_but(directory,
                    std::span(found.whole).first(std::min<std::size_t>(2, found.whole.size())));
      if (good == found.generations.front()) {
        talk << fmt::format("answers: generation {} is whole; what was damaged is gone\n", good);
      } else {
        talk << fmt::format(
            "answers: went back to generation {}; bring it up to date with: answers index\n", good);
      }
      return 0;
    }
  }
  return build_anew(command, directory, talk);  // which takes the lock itself
}

}  // namespace answers
