#include "searcher/serving/listening_socket.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <netdb.h>
#include <netinet/in.h>
#include <stdexcept>
#include <string_view>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <system_error>
#include <unistd.h>

namespace answers {
namespace {

constexpr int backlog = 512;

[[noreturn]] void fail(const std::string& what) {
  throw std::system_error(errno, std::generic_category(), what);
}

sockaddr_storage address_of(int descriptor) {
  sockaddr_storage address{};
  socklen_t length = sizeof address;
  getsockname(descriptor, reinterpret_cast<sockaddr*>(&address), &length);
  return address;
}

sockaddr_un unix_address(const std::string& path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (path.empty() || path.size() >= sizeof address.sun_path)
    throw std::invalid_argument(fmt::format("'{}' is no path that a socket can have", path));
  std::memcpy(address.sun_path, path.data(), path.size());
  return address;
}

/// Whether a socket lies there that nobody listens on any more.
bool was_left_behind(const std::string& path) {
  struct stat status {};
  if (lstat(path.c_str(), &status) != 0 || !S_ISSOCK(status.st_mode)) return false;
  const int probe = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const sockaddr_un address = unix_address(path);
  const int connected = connect(probe, reinterpret_cast<const sockaddr*>(&address), sizeof address);
  const bool refused = connected != 0 && errno == ECONNREFUSED;
  close(probe);
  return refused;
}

}  // namespace

std::vector<ListeningSocket> ListeningSocket::tcp(const std::string& address) {
  const auto colon = address.rfind(':');
  std::string host = address.substr(0, colon);
  const std::string port = colon == std::string::npos ? "" : address.substr(colon + 1);
  if (port.empty() || host.empty() || port.find_first_not_of("0123456789") != std::string::npos)
    throw std::invalid_argument(
        fmt::format("'{}' is no address such as 127.0.0.1:7700 or [::1]:7700", address));
  if (port.size() > 5 || std::stoul(port) > 65'535)
    throw std::invalid_argument(fmt::format("{} is no port: they go up to 65535", port));
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_PASSIVE;
  addrinfo* found = nullptr;
  const int error = getaddrinfo(host.c_str(), port.c_str(), &hints, &found);
  if (error != 0)
    throw std::invalid_argument(
        fmt::format("cannot listen on {}: {}", address, gai_strerror(error)));
  const std::unique_ptr<addrinfo, void (*)(addrinfo*)> owned(found, freeaddrinfo);
  std::vector<ListeningSocket> listeners;
  for (const addrinfo* one = found; one != nullptr; one = one->ai_next) {
    ListeningSocket listener(socket(one->ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (listener.descriptor_ < 0) continue;  // a machine without IPv6
    const int yes = 1;
    setsockopt(listener.descriptor_, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (one->ai_family == AF_INET6)
      setsockopt(listener.descriptor_, IPPROTO_IPV6, IPV6_V6ONLY, &yes, sizeof yes);
    if (bind(listener.descriptor_, one->ai_addr, one->ai_addrlen) != 0 ||
        listen(listener.descriptor_, backlog) != 0) {
      if (errno == EADDRNOTAVAIL && one->ai_next != nullptr) continue;
      fail("cannot listen on " + address);
    }
    listeners.push_back(std::move(listener));
    if (port == "0") break;  // a second one would have another port
  }
  if (listeners.empty()) fail("cannot listen on " + address);
  return listeners;
}

ListeningSocket ListeningSocket::local(const std::string& path) {
  const sockaddr_un address = unix_address(path);
  if (was_left_behind(path)) unlink(path.c_str());
  ListeningSocket listener(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  constexpr mode_t not_for_others = 0117;
  const mode_t before = umask(not_for_others);
  const int bound =
      bind(listener.descriptor_, reinterpret_cast<const sockaddr*>(&address), sizeof address);
  umask(before);
  if (bound != 0 || listen(listener.descriptor_, backlog) != 0) fail("cannot listen on " + path);
  listener.path_ = path;
  return listener;
}

std::vector<ListeningSocket> ListeningSocket::inherited() {
  constexpr int first_descriptor = 3;
  const char* const pid = std::getenv("LISTEN_PID");
  const char* const count = std::getenv("LISTEN_FDS");
  std::vector<ListeningSocket> listeners;
  if (pid == nullptr || count == nullptr || std::atol(pid) != getpid()) return listeners;
  const int end = first_descriptor + std::atoi(count);
  for (int descriptor = first_descriptor; descriptor < end; ++descriptor) {
    if (address_of(descriptor).ss_family != AF_UNSPEC)
      listeners.push_back(ListeningSocket(descriptor));
  }
  unsetenv("LISTEN_PID");
  unsetenv("LISTEN_FDS");
  return listeners;
}

ListeningSocket::ListeningSocket(ListeningSocket&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), path_(std::exchange(other.path_, {})) {}

ListeningSocket& ListeningSocket::operator=(ListeningSocket&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  std::swap(path_, other.path_);
  return *this;
}

ListeningSocket::~ListeningSocket() {
  if (descriptor_ >= 0) close(descriptor_);
  if (!path_.empty()) unlink(path_.c_str());
}

bool ListeningSocket::is_unix() const { return address_of(descriptor_).ss_family == AF_UNIX; }

bool ListeningSocket::is_local() const {
  const sockaddr_storage address = address_of(descriptor_);
  if (address.ss_family == AF_UNIX) return true;
  if (address.ss_family == AF_INET) {
    const auto& four = reinterpret_cast<const sockaddr_in&>(address);
    return ntohl(four.sin_addr.s_addr) >> 24 == 127;
  }
  const auto& six = reinterpret_cast<const sockaddr_in6&>(address);
  return IN6_IS_ADDR_LOOPBACK(&six.sin6_addr);
}

std::string ListeningSocket::name() const {
  const sockaddr_storage address = address_of(descriptor_);
  if (address.ss_family == AF_UNIX)
    return fmt::format("unix:{}", reinterpret_cast<const sockaddr_un&>(address).sun_path);
  char host[NI_MAXHOST];
  char port[NI_MAXSERV];
  getnameinfo(reinterpret_cast<const sockaddr*>(&address), sizeof address, host, sizeof host, port,
              sizeof port, NI_NUMERICHOST | NI_NUMERICSERV);
  return address.ss_family == AF_INET6 ? fmt::format("http://[{}]:{}/", host, port)
                                       : fmt::format("http://{}:{}/", host, port);
}

}  // namespace answers
