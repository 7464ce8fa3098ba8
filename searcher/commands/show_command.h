#pragma once

#include "indexer/commands/index_places.h"
#include "searcher/display/terminal.h"

#include <iosfwd>
#include <string>
#include <vector>

namespace answers {

/// What was typed behind `answers show`.
struct ShowCommand {
  TypedIndexes indexes{};          ///< --index
  std::vector<std::string> ids{};  ///< as records_named() takes them
  bool json = false;               ///< each record as a line of JSON, see record_json()
  bool all = false;                ///< all answers to the question, of a whole id as well
  bool context = false;  ///< before it what stands before it in its file, see records_before()
  bool raw = false;      ///< the answer as it was written, and nothing else
  bool pager = true;     ///< what is taller than the terminal goes through a pager
  ColorChoice color = ColorChoice::automatic;
};

/// Prints the records on `out`. A beginning that fits the answers to one question shows all of
/// them; one that fits several questions shows none and names them on `talk`. Returns the exit
/// code: 0 all were shown, 1 one was not found or not unique.
int run_show(const ShowCommand& command, std::ostream& out, std::ostream& talk);

}  // namespace answers
