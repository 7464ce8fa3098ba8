#pragma once

#include "indexer/commands/index_places.h"
#include "searcher/display/printers.h"

#include <cstddef>
#include <iosfwd>
#include <string>

namespace answers {

/// What was typed behind `answers related`.
struct RelatedCommand {
  TypedIndexes indexes{};  ///< --index
  std::string id{};        ///< an id or the beginning of one
  std::size_t limit = 10;
  PrintOptions print{};  ///< all but the terminal
  ColorChoice color = ColorChoice::automatic;
};

/// Prints the questions near that record on `out`. Returns the exit code: 0 there are some, 1 there
/// are none, or no such record.
int run_related(const RelatedCommand& command, std::ostream& out, std::ostream& talk);

}  // namespace answers
