#pragma once

#include "indexer/analysis/analysis.h"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace answers {

/// What a person says of the words of a collection, in TOML:
///
///     same = [["laptop", "notebook"], ["pto", "paid time off"]]   # each finds the others
///     [also]                       # who asks for the first finds the others too, not turned round
///     vehicle = ["car", "van"]
///     [acronyms]
///     SLO = "service level objective"
///     [forget]
///     acronyms = ["ALS"]           # learnt from the records, or known to the program
struct OwnWords {
  /// Who asks for words with this key is also given what says `text`; a text of several words says
  /// so where these stand in a row.
  struct Entry {
    std::string key{};   ///< key_of() of what is asked for
    std::string text{};  ///< as written
  };
  std::vector<Entry> entries{};          ///< by key
  std::vector<std::string> forgotten{};  ///< acronyms, folded
};

/// The English stems of folded words, single blanks between them: "paid time off" and "Paid
/// time-off" have the same.
std::string key_of(std::string_view text, Analyser& analyser);

/// Files of own words: `user` and one in each index directory, synonyms.toml, as far as they are
/// there. What cannot be understood is told in `warnings` as "path:line:column: …" and left out, of
/// broken TOML all of the file. Never throws for what a file says; files above 1 MB are not read.
OwnWords read_own_words(std::span<const std::filesystem::path> files,
                        std::vector<std::string>& warnings);

/// $XDG_CONFIG_HOME/answers/synonyms.toml, else in ~/.config; empty where there is no home.
std::filesystem::path own_words_of_user();

}  // namespace answers
