#pragma once

#include "indexer/commands/index_places.h"
#include "searcher/display/printers.h"
#include "searcher/ranking/searcher.h"

#include <iosfwd>
#include <string>
#include <vector>

namespace answers {

/// What was typed behind `answers search`.
struct SearchCommand {
  TypedIndexes indexes{};
  std::vector<std::string> words{};  ///< the query; a single "-" is standard input
  std::string explain_against{};     ///< in place of hits: why the first stands above this record
  bool batch = false;                ///< queries from standard input, see BatchReader
  bool pager = true;                 ///< text taller than the terminal goes through a pager
  bool no_match_ok = false;          ///< exit 0 although nothing was found
  SearchOptions search{};
  std::vector<std::string> paths{};  ///< --path, as typed
  PrintOptions print{};              ///< all but the terminal and the topic
  ColorChoice color = ColorChoice::automatic;
};

/// Results go to `out`, hints to `talk` (and only when both are terminals). Returns the exit code:
/// 0 found, 1 nothing found (in a batch: by none of its queries), 2 a line of the batch was no
/// query, 3 an index is missing and all were wanted, or all are. Throws what opening the index
/// throws.
int run_search(const SearchCommand& command, std::istream& in, std::ostream& out,
               std::ostream& talk);

}  // namespace answers
