#pragma once

#include "searcher/serving/mcp_server.h"

#include <iosfwd>

namespace answers {

/// Answers the messages that come from the file descriptor `in`, a line each, on `out`, a line each
/// and flushed, until it ends. A line of more than 4 MiB is left out, and `talk` is told. Throws
/// std::system_error when `in` cannot be read.
void serve_mcp(McpServer& server, int in, std::ostream& out, std::ostream& talk);

}  // namespace answers
