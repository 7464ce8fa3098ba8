#include "indexer/commands/index_places.h"

#include "corpus/characters/printable.h"
#include "indexer/generations/index_directory.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <system_error>
#include <utility>

namespace answers {
namespace fs = std::filesystem;
namespace {

std::map<std::string, std::vector<std::string>>& index_sets() {
  static std::map<std::string, std::vector<std::string>> sets;
  return sets;
}

const std::vector<std::string>& set_of(const std::string& name) {
  const auto found = index_sets().find(name.substr(1));
  if (found != index_sets().end()) return found->second;
  std::vector<std::string> known;
  for (const auto& [set, names] : index_sets()) known.push_back('@' + set);
  throw IndexUnusable(fmt::format(
      "there is no set of indexes '{}'; {}", printable_line(name),
      known.empty()
          ? R"(your configuration names none: [indexes] NAME = ["DIR", "tcp://HOST:PORT"])"
          : fmt::format("your configuration names {}", fmt::join(known, ", "))));
}

void add(const std::string& name, const Deadlines& deadlines, IndexPlaces& places) {
  if (!is_remote_address(name)) {
    std::error_code error;
    const bool is_known = std::ranges::any_of(places.directories, [&](const fs::path& known) {
      return known == name || fs::equivalent(known, name, error);
    });
    if (!is_known) places.directories.emplace_back(name);
    return;
  }
  const bool is_known = std::ranges::any_of(
      places.remotes, [&name](const auto& known) { return known->name() == name; });
  if (is_known) return;
  try {
    places.remotes.push_back(std::make_shared<Remote>(parse_remote_address(name), deadlines));
  } catch (const AddressError& error) {
    throw IndexUnusable(printable_line(error.what()));
  }
}

}  // namespace

IndexPlaces find_indexes(const TypedIndexes& typed) {
  std::vector<std::string> names = typed.names;
  if (names.empty()) {
    const char* variable = std::getenv("ANSWERS_INDEX");
    if (variable != nullptr && *variable != '\0') names.emplace_back(variable);
  }
  IndexPlaces places;
  if (names.empty()) places.directories.push_back(find_index(""));
  for (const std::string& name : names) {
    if (!name.starts_with('@')) {
      add(name, typed.deadlines, places);
      continue;
    }
    for (const std::string& one : set_of(name)) add(one, typed.deadlines, places);
  }
  return places;
}

fs::path folder_of(const IndexPlaces& places) {
  return places.directories.empty() ? fs::path() : places.directories.front();
}

void give_index_sets(std::map<std::string, std::vector<std::string>> sets) {
  index_sets() = std::move(sets);
}

}  // namespace answers
