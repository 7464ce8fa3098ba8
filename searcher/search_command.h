#pragma once

#include "searcher/printers.h"
#include "searcher/searcher.h"

#include <iosfwd>
#include <string>
#include <vector>

namespace answers {

/// What was typed behind `answers search`.
struct SearchCommand {
  std::string index{};               ///< --index, empty for the default
  std::vector<std::string> words{};  ///< the query; a single "-" is standard input
  bool batch = false;                ///< queries from standard input, "qid TAB query" a line
  bool no_match_ok = false;          ///< exit 0 although nothing was found
  SearchOptions search{};
  Format format = Format::text;
  bool null_separated = false;  ///< -0
  ColorChoice color = ColorChoice::automatic;
};

/// Returns the exit code: 0 found, 1 nothing found; throws what opening the index throws. Results
/// go to `out`, hints to `talk` (and only when both are terminals).
int run_search(const SearchCommand& command, std::istream& in, std::ostream& out,
               std::ostream& talk);

}  // namespace answers
