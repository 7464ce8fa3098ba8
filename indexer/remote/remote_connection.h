#pragma once

#include "indexer/remote/address.h"
#include "indexer/remote/remote_protocol.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <sys/types.h>

namespace answers {

struct RemotePeer;

/// A connection to a server of Xapian's. Whatever is asked goes out at once, and is answered in its
/// order: a query takes as many round trips as one of its requests needs what another one brought.
/// Nothing waits but opening it and wait_for_answers(). After a failure it stays failed. Not
/// thread-safe.
class RemoteConnection {
 public:
  /// Is called with each reply to a request until it returns true: that was all. What it throws as
  /// std::runtime_error fails the connection.
  using Taker = std::function<bool(remote_protocol::Reply, std::string_view)>;

  /// Connects to a server by name, within Deadlines::connect for each of its addresses. What it
  /// says of itself has not come yet. Throws RemoteFailure.
  static std::unique_ptr<RemoteConnection> open(const RemoteAddress& address, std::size_t server,
                                                const Deadlines& deadlines);
  /// Connects once more to where another connection leads, which has to be the generation `uuid`;
  /// empty: any. Throws RemoteFailure.
  RemoteConnection(std::shared_ptr<const RemotePeer> peer, std::string uuid);
  ~RemoteConnection();
  RemoteConnection(const RemoteConnection&) = delete;
  RemoteConnection& operator=(const RemoteConnection&) = delete;

  const std::shared_ptr<const RemotePeer>& peer() const { return peer_; }
  /// What its server said first: empty and 0 until then.
  const std::string& uuid() const { return greeting_.uuid; }
  std::uint32_t records() const { return greeting_.records; }

  /// Adds requests, which end in one that `taker` is for.
  void ask(std::string_view request, Taker taker);
  /// Sends of what was asked as much as goes without waiting.
  void send();
  /// Whether something is on the way, be it only what its server says first.
  bool is_waiting() const { return fault_.empty() && (!is_greeted_ || !takers_.empty()); }
  /// Why it failed; empty while it has not.
  const std::string& fault() const { return fault_; }

  /// Waits until each of `connections` has answered all, or failed; that of one which has not
  /// answered by its deadline is "no answer within …".
  static void wait_for_answers(std::span<RemoteConnection* const> connections,
                               std::span<const Clock::time_point> deadlines);

 private:
  void connect();
  void disconnect();
  void receive();
  void take(const remote_protocol::Frame& frame);
  void lose(const std::string& why);
  void fail(const std::string& why);

  std::shared_ptr<const RemotePeer> peer_;
  int socket_ = -1;
  pid_t child_ = 0;  ///< of ssh
  bool is_greeted_ = false;
  /// Servers close what was idle for a minute, and what they have forgotten is found when it is
  /// asked the next time: then a new one may take its place.
  bool may_be_stale_ = false;
  remote_protocol::Greeting greeting_{};
  std::string outgoing_;  ///< since nothing was on the way
  std::size_t sent_ = 0;  ///< of it
  std::string received_;
  std::deque<Taker> takers_;
  std::string fault_;
};

}  // namespace answers
