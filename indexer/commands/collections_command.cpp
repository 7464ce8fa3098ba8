#include "indexer/commands/collections_command.h"

#include "corpus/characters/printable.h"
#include "corpus/values/json_text.h"
#include "indexer/building/collection_files.h"
#include "indexer/commands/amounts.h"
#include "indexer/commands/index_command.h"
#include "indexer/commands/with_index.h"
#include "indexer/generations/index_check.h"
#include "indexer/generations/index_directory.h"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <ostream>
#include <set>

namespace answers {
namespace fs = std::filesystem;
namespace {

using Json = nlohmann::ordered_json;

struct Collection {
  std::string name{};  ///< as the index has it
  fs::path path{};
  std::uint64_t records = 0;
  std::uint64_t files = 0;  ///< that hold records
  std::uint64_t files_gone = 0;
  bool is_gone = false;
};

/// The innermost collection that a file lies in counts it.
std::vector<Collection> collections_of(const Manifest& manifest, const fs::path& directory) {
  const FileNames names(directory);
  std::vector<Collection> all;
  Folders folders;
  std::map<std::string, std::size_t> by_path;
  for (const auto& root : manifest.roots) {
    std::error_code error;
    const fs::path path = names.path_of(root);
    folders.add(path);
    by_path.emplace(path.native(), all.size());
    all.push_back({.name = root, .path = path, .is_gone = root != "-" && !fs::exists(path, error)});
  }
  for (const auto& file : manifest.files) {
    const fs::path path = names.path_of(file.path);
    const std::string* around = folders.around(path);
    Collection* holder = around == nullptr ? nullptr : &all[by_path.at(*around)];
    std::uint64_t records = 0;
    for (const Part& part : file.parts) records += part.records;
    if (holder == nullptr || records == 0) continue;
    std::error_code error;
    holder->records += records;
    ++holder->files;
    if (file.path != "-" && !fs::exists(path, error)) ++holder->files_gone;
  }
  return all;
}

std::string state_of(const Collection& collection) {
  if (collection.name == "-") return "standard input";
  if (collection.is_gone) return "gone from the disk";
  return collection.files_gone > 0
             ? plural(collection.files_gone, "file gone", "files gone") + " from the disk"
             : std::string();
}

void print(const std::vector<Collection>& all, bool json, std::ostream& out) {
  Json list = Json::array();
  for (const Collection& one : all) {
    list.push_back({{"name", one.name},
                    {"path", one.path.string()},
                    {"records", one.records},
                    {"files", one.files},
                    {"files_gone", one.files_gone},
                    {"gone", one.is_gone}});
    if (json) continue;
    const std::string state = state_of(one);
    out << fmt::format("{:>9}  {:>10}  {}{}\n", counted(one.records),
                       plural(one.files, "file", "files"), printable_line(one.path.string()),
                       state.empty() ? "" : "  (" + state + ")");
  }
  if (json)
    out << json_text({{"schema", "answers.collections/1"}, {"collections", list}}, 2) << '\n';
}

bool are_known(const std::vector<fs::path>& paths, const std::vector<Collection>& all,
               std::ostream& talk) {
  std::set<fs::path> known;
  for (const Collection& one : all) known.insert({one.name, one.path});
  for (const fs::path& path : paths) {
    if (known.contains(path) || (path != "-" && known.contains(whole_path(path)))) continue;
    const auto holder = std::ranges::find_if(all, [&](const Collection& one) {
      return one.name != "-" && is_within(whole_path(path), one.path);
    });
    if (holder != all.end()) {
      talk << fmt::format(
          "answers: {} is of the collection {}; a file .answersignore there says what to leave "
          "out\n",
          printable_line(path.string()), printable_line(holder->path.string()));
      return false;
    }
    talk << fmt::format("answers: {} is no collection of the index; these are:\n",
                        printable_line(path.string()));
    for (const Collection& one : all) talk << "  " << printable_line(one.path.string()) << '\n';
    return false;
  }
  return true;
}

}  // namespace

int run_collections(const CollectionsCommand& command, std::ostream& out, std::ostream& talk) {
  const fs::path directory = find_index(command.index);
  IndexCommand update{.index = command.index};
  if (command.action == "add") {
    update.options.collections = command.paths;
    return run_index(update, talk);
  }
  const Index index = open_and_tell({{directory}, {}}, Verify::little, talk);
  const auto all =
      collections_of(read_manifest(directory, index.members().front().generation), directory);
  if (command.action.empty()) {
    print(all, command.json, out);
    return 0;
  }
  const bool renames = command.action == "rename";
  update.options.forgotten = command.paths;
  if (renames) update.options.forgotten.pop_back();
  if (!are_known(update.options.forgotten, all, talk)) return 2;
  // By the name that the index has, wherever one stands.
  for (fs::path& path : update.options.forgotten) {
    const auto named = std::ranges::find(all, path.string(), &Collection::name);
    std::error_code error;
    if (named != all.end() && !fs::exists(path, error)) path = named->path;
  }
  if (renames) {
    std::error_code error;
    if (!fs::exists(command.paths.back(), error)) {
      talk << fmt::format("answers: {}: no such file or folder; nothing was changed\n",
                          printable_line(command.paths.back().string()));
      return 2;
    }
    update.options.collections = {command.paths.back()};
  }
  const int exit_code = run_index(update, talk);
  return exit_code == 1 ? 0 : exit_code;  // an index without records is what was asked for
}

}  // namespace answers
