#pragma once

#include "indexer/commands/index_places.h"

#include <iosfwd>
#include <string>

namespace answers {

/// What was typed behind `answers mcp`.
struct McpCommand {
  TypedIndexes indexes{};  ///< --index
};

/// Answers an assistant by the Model Context Protocol: messages on standard input, answers and
/// nothing else on `out`, until the input ends. Returns the exit code 0.
int run_mcp(const McpCommand& command, std::ostream& out, std::ostream& talk);

}  // namespace answers
