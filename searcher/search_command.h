#pragma once

#include "searcher/printers.h"
#include "searcher/searcher.h"

#include <iosfwd>
#include <string>
#include <vector>

namespace answers {

/// The version of the JSON, TSV and TREC forms: what --format-version asks for.
inline constexpr int format_version = 1;

/// What was typed behind `answers search`.
struct SearchCommand {
  std::string index{};               ///< --index, empty for the default
  std::vector<std::string> words{};  ///< the query; a single "-" is standard input
  bool batch = false;                ///< queries from standard input, see BatchReader
  bool no_match_ok = false;          ///< exit 0 although nothing was found
  int wanted_format_version = format_version;
  SearchOptions search{};
  PrintOptions print{};  ///< all but the terminal and the topic
  ColorChoice color = ColorChoice::automatic;
};

/// Results go to `out`, hints to `talk` (and only when both are terminals). Returns the exit code:
/// 0 found, 1 nothing found (in a batch: by none of its queries), 2 a line of the batch was no
/// query, 20 and 21 the format version asked for is too old or too new. Throws what opening the
/// index throws.
int run_search(const SearchCommand& command, std::istream& in, std::ostream& out,
               std::ostream& talk);

}  // namespace answers
