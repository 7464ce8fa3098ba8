#include "indexer/remote/remote.h"

#include "indexer/remote/metadata_pieces.h"
#include "indexer/remote/remote_connection.h"
#include "indexer/schema.h"

#include <fmt/core.h>

#include <condition_variable>
#include <thread>
#include <utility>

namespace answers {
namespace {

using namespace std::chrono_literals;
using remote_protocol::ProtocolError;
using remote_protocol::Reply;

constexpr auto between_looks = 2s;     // for a newer generation
constexpr auto between_tries = 300ms;  // to open one that failed
constexpr auto patience = 200ms;       // of a query, with one that failed before

/// Waits for what was asked of it, for as long as `most`. Throws RemoteFailure.
void finish(RemoteConnection& connection, std::chrono::milliseconds most) {
  RemoteConnection* const one = &connection;
  const auto deadline = Clock::now() + most;
  connection.send();
  RemoteConnection::wait_for_answers({&one, 1}, {&deadline, 1});
  if (!connection.fault().empty()) throw RemoteFailure(connection.fault());
}

void ask_metadata(RemoteConnection& connection, std::string_view key, std::string& value) {
  connection.ask(remote_protocol::metadata_request(key),
                 [&value](Reply reply, std::string_view bytes) {
                   if (reply != Reply::metadata) throw ProtocolError("it says something else");
                   value = bytes;
                   return true;
                 });
}

/// What write_pieces() wrote, each piece within `most`.
std::string pieces_of(RemoteConnection& connection, std::string_view key,
                      std::chrono::milliseconds most) {
  std::string all;
  for (std::size_t piece = 0;; ++piece) {
    std::string part;
    ask_metadata(connection, piece_key(key, piece), part);
    finish(connection, most);
    if (part.empty()) return all;
    all += part;
  }
}

bool has_metadata(RemoteConnection& connection, std::string_view beginning,
                  std::chrono::milliseconds most) {
  bool has_some = false;
  connection.ask(remote_protocol::metadata_keys_request(beginning),
                 [&has_some](Reply reply, std::string_view) {
                   if (reply != Reply::metadata_key && reply != Reply::done)
                     throw ProtocolError("it says something else");
                   has_some = has_some || reply == Reply::metadata_key;
                   return reply == Reply::done;
                 });
  finish(connection, most);
  return has_some;
}

/// How long it may take until a server has said what it is. Before one behind ssh does, somebody
/// logs in: that is of the time to connect.
std::chrono::milliseconds until_greeting(const RemoteAddress& address, const Deadlines& deadlines) {
  return address.is_ssh() ? deadlines.connect + deadlines.answer : deadlines.answer;
}

}  // namespace

RemoteSession::RemoteSession(RemoteAddress address, std::size_t server, const Deadlines& deadlines)
    : address_(std::move(address)), server_(server) {
  std::unique_ptr<RemoteConnection> connection =
      RemoteConnection::open(address_, server_, deadlines);
  std::string format;
  ask_metadata(*connection, schema::format_key, format);
  ask_metadata(*connection, schema::averages_key, averages_);
  ask_metadata(*connection, schema::dictionary_key, dictionary_);
  ask_metadata(*connection, schema::space_key, space_);
  finish(*connection, until_greeting(address_, deadlines));
  if (format.empty()) throw RemoteFailure("what is served there is no index of answers");
  if (format != schema::format) {
    throw RemoteFailure(
        fmt::format("it was made by another version of answers (its format is {}, this program's "
                    "{})",
                    format, schema::format));
  }
  const std::string packed = pieces_of(*connection, schema::words_key, deadlines.answer);
  if (packed.empty())
    throw RemoteFailure("it has no words for searchers elsewhere: answers index --rebuild there");
  try {
    words_ = RemoteWords(packed);
  } catch (const std::runtime_error& error) {
    throw RemoteFailure(error.what());
  }
  if (!space_.empty()) {
    term_places_ = pieces_of(*connection, schema::term_places_key, deadlines.answer);
    ask_metadata(*connection, schema::subjects_key, subjects_);
    finish(*connection, deadlines.answer);
  } else {
    has_own_subjects_ = has_metadata(*connection, schema::subjects_key, deadlines.answer);
  }
  uuid_ = connection->uuid();
  records_ = connection->records();
  peer_ = connection->peer();
  idle_.push_back(std::move(connection));
}

RemoteSession::~RemoteSession() = default;

std::shared_ptr<RemoteSession> RemoteSession::open(const RemoteAddress& address, std::size_t server,
                                                   const Deadlines& deadlines) {
  std::string faults;
  for (std::size_t i = 0; i < address.servers.size(); ++i) {
    const std::size_t number = (server + i) % address.servers.size();
    try {
      return std::shared_ptr<RemoteSession>(new RemoteSession(address, number, deadlines));
    } catch (const RemoteFailure& error) {
      const std::string host =
          address.servers.size() > 1 ? address.servers[number].host + ": " : std::string();
      faults += (faults.empty() ? "" : "; ") + host + error.what();
    }
  }
  throw RemoteFailure(faults);
}

std::string RemoteSession::fault() const {
  const std::scoped_lock lock(mutex_);
  return fault_;
}

void RemoteSession::break_off(const std::string& why) {
  const std::scoped_lock lock(mutex_);
  if (fault_.empty()) fault_ = why;
  idle_.clear();
}

std::unique_ptr<RemoteConnection> RemoteSession::take_connection() {
  {
    const std::scoped_lock lock(mutex_);
    if (!fault_.empty()) return nullptr;
    if (!idle_.empty()) {
      std::unique_ptr<RemoteConnection> one = std::move(idle_.back());
      idle_.pop_back();
      return one;
    }
  }
  try {
    return std::make_unique<RemoteConnection>(peer_, uuid_);
  } catch (const RemoteFailure& error) {
    break_off(error.what());
    return nullptr;
  }
}

void RemoteSession::give_back(std::unique_ptr<RemoteConnection> connection) {
  if (!connection->fault().empty()) {
    break_off(connection->fault());
    return;
  }
  const std::scoped_lock lock(mutex_);
  if (fault_.empty()) idle_.push_back(std::move(connection));
}

struct Remote::State {
  std::mutex mutex{};
  std::condition_variable changed{};
  std::shared_ptr<RemoteSession> session{};
  std::string why{};
  bool is_opening = false;
  bool was_tried = false;
  std::size_t server = 0;  ///< to begin with
  Clock::time_point last_try{};
};

Remote::Remote(RemoteAddress address, const Deadlines& deadlines)
    : address_(std::move(address)), deadlines_(deadlines), state_(std::make_shared<State>()) {}

/// With the lock of the state held.
void Remote::open_in_background() {
  state_->is_opening = true;
  const std::string known = state_->session ? state_->session->uuid() : "";
  const std::size_t server = state_->session ? state_->session->server() : state_->server;
  std::thread([state = state_, address = address_, deadlines = deadlines_, server, known] {
    std::shared_ptr<RemoteSession> session;
    std::string why;
    try {
      bool is_the_same = false;
      if (!known.empty()) {
        try {
          const auto look = RemoteConnection::open(address, server, deadlines);
          finish(*look, until_greeting(address, deadlines));
          is_the_same = look->uuid() == known;
        } catch (const RemoteFailure&) {  // as long as its connections hold it is asked there
          is_the_same = true;
        }
      }
      if (!is_the_same) session = RemoteSession::open(address, server, deadlines);
    } catch (const std::exception& error) {
      why = error.what();
    }
    const std::scoped_lock lock(state->mutex);
    if (session) state->session = session;
    if (!why.empty()) state->why = why;
    state->is_opening = false;
    state->was_tried = true;
    state->last_try = Clock::now();
    state->changed.notify_all();
  }).detach();
}

Remote::Standing Remote::now() {
  std::unique_lock lock(state_->mutex);
  const auto usable = [this] { return state_->session && state_->session->fault().empty(); };
  const auto settled = [this] { return !state_->is_opening; };
  const auto age = Clock::now() - state_->last_try;
  if (usable()) {
    if (age > between_looks && !state_->is_opening) open_in_background();
    return {state_->session, {}};
  }
  bool is_due = !state_->was_tried || age > between_tries;
  if (state_->session) {
    state_->why = state_->session->fault();
    state_->server = state_->session->server() + 1;  // a replica first
    state_->session.reset();
    is_due = true;
  }
  if (!state_->is_opening && is_due) open_in_background();
  if (!state_->was_tried) {
    const auto most = (deadlines_.connect + deadlines_.answer) *
                      static_cast<std::int64_t>(address_.servers.size());
    state_->changed.wait_for(lock, most, settled);
    if (state_->is_opening) return {{}, "it could not be opened in time"};
  } else {
    state_->changed.wait_for(lock, patience, settled);
  }
  if (usable()) return {state_->session, {}};
  return {{}, state_->why.empty() ? "it is not there" : state_->why};
}

}  // namespace answers
