#pragma once

#include <chrono>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace answers {

using Clock = std::chrono::steady_clock;

/// How long an index on another machine is waited for.
struct Deadlines {
  std::chrono::milliseconds connect{1000};
  std::chrono::milliseconds answer{3000};  ///< for all that one query asks of it
};

/// Where an index on another machine is:
///
///     tcp://HOST:PORT[,HOST2[:PORT2]…]   xapian-tcpsrv serves it there; replicas in turn
///     ssh://[USER@]HOST[:PORT]/PATH      the folder of the index; ssh starts xapian-progsrv for it
struct RemoteAddress {
  struct Server {
    std::string host{};
    unsigned port = 0;  ///< 0: the usual one of ssh
  };
  std::string name{};             ///< as it was typed
  std::vector<Server> servers{};  ///< at least one; of ssh exactly one, with USER@
  std::string path{};             ///< of ssh
  bool is_ssh() const { return !path.empty(); }
};

/// An address that cannot be understood; what() says why.
class AddressError : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Whether `typed` names an index on another machine, and not a folder.
bool is_remote_address(std::string_view typed);

/// Throws AddressError.
RemoteAddress parse_remote_address(const std::string& typed);

/// An index on another machine did not answer; what() says why.
class RemoteFailure : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace answers
