#include "searcher/commands/mcp_command.h"

#include "indexer/generations/index_directory.h"
#include "searcher/serving/mcp_stdio.h"

#include <unistd.h>

namespace answers {

int run_mcp(const McpCommand& command, std::ostream& out, std::ostream& talk) {
  McpServer server(find_index(command.index), ANSWERS_VERSION);
  serve_mcp(server, STDIN_FILENO, out, talk);
  return 0;
}

}  // namespace answers
