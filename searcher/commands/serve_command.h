#pragma once

#include "indexer/commands/index_places.h"

#include <iosfwd>
#include <string>
#include <vector>

namespace answers {

/// What was typed behind `answers serve`.
struct ServeCommand {
  TypedIndexes indexes{};  ///< --index
  std::string listen{};    ///< --listen, empty for 127.0.0.1:7700 where there is no socket either
  std::string socket{};    ///< --socket: a path
  std::vector<std::string> hosts{};    ///< --allow-host
  std::vector<std::string> origins{};  ///< --allow-origin
  std::string token_file{};            ///< --token-file
  std::string state{};                 ///< --state: a folder; empty: nobody studies
};

/// Serves pages and the API until SIGTERM or SIGINT, after a line on `talk` that says where. What
/// other machines can reach needs a token or a name that was given to it. Returns the exit code: 0,
/// 2 where that is missing. Throws IndexUnusable where there is no index, and what listening
/// throws.
int run_serve(const ServeCommand& command, std::ostream& talk);

}  // namespace answers
