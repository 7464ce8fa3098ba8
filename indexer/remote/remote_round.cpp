#include "indexer/remote/remote_round.h"

#include <utility>

namespace answers {

RemoteRound::RemoteRound(std::vector<std::shared_ptr<RemoteSession>> sessions) {
  members_.reserve(sessions.size());
  for (auto& session : sessions) members_.push_back({.session = std::move(session)});
}

// What was left in the middle is closed with its connection.
RemoteRound::~RemoteRound() = default;

void RemoteRound::ask(std::size_t member, std::string_view request, RemoteConnection::Taker taker) {
  Member& one = members_[member];
  if (!one.session) return;
  if (!one.connection) one.connection = one.session->take_connection();
  if (one.connection) one.connection->ask(request, std::move(taker));
}

void RemoteRound::send() {
  for (Member& member : members_) {
    if (member.connection) member.connection->send();
  }
}

void RemoteRound::finish(std::span<const Clock::time_point> deadlines) {
  std::vector<RemoteConnection*> connections;
  std::vector<Clock::time_point> until;
  for (std::size_t i = 0; i < members_.size(); ++i) {
    if (!members_[i].connection) continue;
    connections.push_back(members_[i].connection.get());
    until.push_back(deadlines[i]);
  }
  RemoteConnection::wait_for_answers(connections, until);
  for (Member& member : members_) {
    if (!member.connection) continue;
    member.is_answered = member.connection->fault().empty();
    member.session->give_back(std::move(member.connection));
  }
}

}  // namespace answers
