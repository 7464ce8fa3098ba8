#pragma once

#include "indexer/commands/index_places.h"

#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>

namespace answers {

/// What was typed behind `answers eval`.
struct EvalCommand {
  TypedIndexes indexes{};   ///< --index; not opened when there is a `run`
  std::string queries{};    ///< a file as `search --batch` reads it, "-" standard input
  std::string qrels{};      ///< a file, see read_judgments()
  std::string run{};        ///< --run: a file with the hits instead of searching
  std::string against{};    ///< --against: a file with the hits of another run
  std::size_t depth = 100;  ///< --limit: hits of a query that are looked at when searching
  std::size_t named = 10;   ///< --worst: queries that are named in each list of text
  bool kinds = false;  ///< --kinds: nDCG@10 by what stands before the first '-' of the query ids
  std::optional<double> floor{};  ///< --fail-below, of nDCG@10
  bool json = false;
};

/// Prints the means over the queries that have a relevant record among their judgments, the
/// comparison with another run, and the queries that lose or gain most, on `out`; lines that could
/// not be read on `talk`. The queries of the file count, those that find nothing with 0. JSON names
/// every query ("answers.eval/1"). Returns the exit code: 0, 1 below the floor, 2 a line could not
/// be read or no query is judged. Throws std::system_error when a file cannot be opened and what
/// opening the index throws.
int run_eval(const EvalCommand& command, std::istream& in, std::ostream& out, std::ostream& talk);

}  // namespace answers
