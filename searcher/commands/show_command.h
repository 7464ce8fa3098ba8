#pragma once

#include "corpus/record.h"
#include "indexer/generations/index.h"
#include "searcher/display/terminal.h"

#include <iosfwd>
#include <string>
#include <vector>

namespace answers {

/// What was typed behind `answers show`.
struct ShowCommand {
  std::string index{};             ///< --index, empty for the default
  std::vector<std::string> ids{};  ///< ids or beginnings of them
  bool json = false;               ///< each record as a line of JSON, see record_json()
  bool all = false;                ///< all answers to the question, of a whole id as well
  bool raw = false;                ///< the answer as it was written, and nothing else
  bool pager = true;               ///< what is taller than the terminal goes through a pager
  ColorChoice color = ColorChoice::automatic;
};

/// Prints the records on `out`. A beginning that fits the answers to one question shows all of
/// them; one that fits several questions shows none and names them on `talk`. Returns the exit
/// code: 0 all were shown, 1 one was not found or not unique.
int run_show(const ShowCommand& command, std::ostream& out, std::ostream& talk);

/// answers_to_question() of what a person typed, which may be the number of a hit of the last
/// search in this terminal (see remembered_hit()), in whichever index that was. An id that is just
/// so comes first.
std::vector<Record> answers_to_typed(const Index& index, const std::string& typed,
                                     std::ostream& talk);

}  // namespace answers
