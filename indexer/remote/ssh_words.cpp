#include "indexer/remote/ssh_words.h"

#include <fmt/core.h>

namespace answers {

std::string ssh_words(const RemoteAddress::Server& server) {
  const std::string port = server.port == 0 ? "" : fmt::format("-p {} ", server.port);
  // Its standard input is the connection: whatever would ask there must fail instead.
  return fmt::format("-oBatchMode=yes {}{}", port, server.host);
}

}  // namespace answers
