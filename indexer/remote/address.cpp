#include "indexer/remote/address.h"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>

namespace answers {
namespace {

constexpr std::string_view tcp_scheme = "tcp://";
constexpr std::string_view ssh_scheme = "ssh://";
constexpr unsigned largest_port = 65535;

[[noreturn]] void refuse(const std::string& typed, std::string_view why) {
  throw AddressError(fmt::format(
      "'{}': {}; an index elsewhere is tcp://HOST:PORT or ssh://HOST/PATH", typed, why));
}

/// What ssh and the shell behind it take as it stands.
bool is_plain(std::string_view text, std::string_view also) {
  return std::ranges::all_of(text, [also](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           also.find(c) != std::string_view::npos;
  });
}

/// "HOST:PORT" or "[::1]:PORT"; port 0 where none is said.
RemoteAddress::Server server_of(const std::string& typed, std::string_view text) {
  RemoteAddress::Server server;
  std::string_view port;
  if (text.starts_with('[')) {
    const auto end = text.find(']');
    if (end == text.npos) refuse(typed, "']' is missing");
    server.host = text.substr(1, end - 1);
    text.remove_prefix(end + 1);
    if (!text.empty() && text[0] != ':') refuse(typed, "a ':' and the port stand behind ']'");
    port = text.substr(std::min<std::size_t>(1, text.size()));
    if (!text.empty() && port.empty()) refuse(typed, "the port is missing");
  } else {
    const auto colon = text.rfind(':');
    server.host = text.substr(0, colon);
    if (colon != text.npos) {
      port = text.substr(colon + 1);
      if (port.empty()) refuse(typed, "the port is missing");
    }
    if (server.host.find(':') != std::string::npos)
      refuse(typed, "an address with several ':' stands in brackets");
  }
  if (server.host.empty()) refuse(typed, "the host is missing");
  if (!is_plain(server.host, ".-_:@%") || server.host[0] == '-')
    refuse(typed, "that is no name of a host");
  const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), server.port);
  const bool is_port = port.empty() || (error == std::errc() && end == port.data() + port.size() &&
                                        server.port > 0 && server.port <= largest_port);
  if (!is_port) refuse(typed, "a port is a number from 1 to 65535");
  return server;
}

}  // namespace

bool is_remote_address(std::string_view typed) {
  return typed.starts_with(tcp_scheme) || typed.starts_with(ssh_scheme);
}

RemoteAddress parse_remote_address(const std::string& typed) {
  RemoteAddress address{.name = typed};
  std::string_view rest = typed;
  if (rest.starts_with(ssh_scheme)) {
    rest.remove_prefix(ssh_scheme.size());
    const auto slash = rest.find('/');
    if (slash == rest.npos || slash + 1 == rest.size()) refuse(typed, "the path is missing");
    address.path = rest.substr(slash);
    if (address.path.starts_with("/~/")) address.path.erase(0, 3);
    // It goes through a shell there, and Xapian cuts the command at blanks.
    if (!is_plain(address.path, "/._-+,@") || address.path.empty() || address.path[0] == '-')
      refuse(typed, "a path there has letters, digits and /._-+,@ alone");
    address.servers.push_back(server_of(typed, rest.substr(0, slash)));
    return address;
  }
  if (!rest.starts_with(tcp_scheme)) refuse(typed, "that is no address");
  rest.remove_prefix(tcp_scheme.size());
  while (true) {
    const auto comma = std::min(rest.find(','), rest.size());
    address.servers.push_back(server_of(typed, rest.substr(0, comma)));
    if (address.servers.back().host.find('@') != std::string::npos)
      refuse(typed, "tcp has no users");
    if (address.servers.back().port == 0) address.servers.back().port = address.servers[0].port;
    if (address.servers.back().port == 0) refuse(typed, "the port is missing");
    if (comma == rest.size()) return address;
    rest.remove_prefix(comma + 1);
  }
}

}  // namespace answers
