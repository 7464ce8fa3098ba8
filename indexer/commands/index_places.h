#pragma once

#include "indexer/generations/index.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace answers {

/// What was typed to say which indexes are searched as one.
struct TypedIndexes {
  /// --index, in its order: folders, addresses (parse_remote_address()), "@NAME" for a set of the
  /// configuration. Empty for $ANSWERS_INDEX, which may be any of these, or what find_index()
  /// finds.
  std::vector<std::string> names{};
  Deadlines deadlines{};
  bool all_or_nothing = false;  ///< fail where one of them cannot be asked
};

/// Where they are, each once. Nothing is opened. Throws IndexUnusable, with a sentence, where a
/// name cannot be understood.
IndexPlaces find_indexes(const TypedIndexes& typed);

/// The first of the folders, which what is typed or kept relates to; empty where all are elsewhere.
std::filesystem::path folder_of(const IndexPlaces& places);

/// The sets that "@NAME" may stand for, as the configuration says; for all of the program.
void give_index_sets(std::map<std::string, std::vector<std::string>> sets);

}  // namespace answers
