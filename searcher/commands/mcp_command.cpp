#include "searcher/commands/mcp_command.h"

#include "searcher/serving/mcp_stdio.h"

#include <unistd.h>

namespace answers {

int run_mcp(const McpCommand& command, std::ostream& out, std::ostream& talk) {
  McpServer server(find_indexes(command.indexes), ANSWERS_VERSION);
  serve_mcp(server, STDIN_FILENO, out, talk);
  return 0;
}

}  // namespace answers
