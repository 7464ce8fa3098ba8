#include "searcher/serving/mcp_stdio.h"

#include <algorithm>
#include <cerrno>
#include <ostream>
#include <string>
#include <string_view>
#include <system_error>
#include <unistd.h>

namespace answers {

void serve_mcp(McpServer& server, int in, std::ostream& out, std::ostream& talk) {
  constexpr std::size_t longest_line = 4 << 20;
  constexpr std::size_t block_bytes = 1 << 16;
  std::string line;
  bool too_long = false;
  const auto finish_line = [&] {
    if (too_long) {
      talk << "answers: a message of more than 4 MiB was left out\n";
    } else {
      const std::string answer = server.answer(line);
      if (!answer.empty()) (out << answer << '\n').flush();
    }
    line.clear();
    too_long = false;
  };
  std::string block(block_bytes, '\0');
  while (true) {
    const ssize_t read_bytes = read(in, block.data(), block.size());
    if (read_bytes < 0 && errno == EINTR) continue;
    if (read_bytes < 0) throw std::system_error(errno, std::generic_category(), "standard input");
    if (read_bytes == 0) break;
    std::string_view rest(block.data(), static_cast<std::size_t>(read_bytes));
    while (!rest.empty()) {
      const auto end = std::min(rest.find('\n'), rest.size());
      too_long = too_long || line.size() + end > longest_line;
      if (too_long) {
        line.clear();
      } else {
        line.append(rest.substr(0, end));
      }
      if (end == rest.size()) break;
      finish_line();
      rest.remove_prefix(end + 1);
    }
  }
  if (!line.empty() || too_long) finish_line();
}

}  // namespace answers
