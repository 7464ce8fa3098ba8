#pragma once

#include "indexer/remote/remote.h"
#include "indexer/remote/remote_connection.h"

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace answers {

/// What a query asks of several members at once, of each on one connection: a round trip, as long
/// as nothing that is asked needs what is answered.
class RemoteRound {
 public:
  /// One for each member; nullptr where there is none.
  explicit RemoteRound(std::vector<std::shared_ptr<RemoteSession>> sessions);
  ~RemoteRound();
  RemoteRound(const RemoteRound&) = delete;
  RemoteRound& operator=(const RemoteRound&) = delete;

  /// As RemoteConnection::ask(). Where the member cannot be asked, `taker` is never called.
  void ask(std::size_t member, std::string_view request, RemoteConnection::Taker taker);
  /// Sends what was asked, and comes back.
  void send();
  /// Waits for all answers, of each member until its deadline. The session of one that fails is
  /// broken. Nothing is asked any more.
  void finish(std::span<const Clock::time_point> deadlines);
  /// After finish(): whether a member was asked, and has answered all.
  bool is_answered(std::size_t member) const { return members_[member].is_answered; }

 private:
  struct Member {
    std::shared_ptr<RemoteSession> session{};
    std::unique_ptr<RemoteConnection> connection{};
    bool is_answered = false;
  };
  std::vector<Member> members_;
};

}  // namespace answers
