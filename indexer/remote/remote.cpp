#include "indexer/remote/remote.h"

#include "indexer/remote/metadata_pieces.h"
#include "indexer/remote/ssh_words.h"
#include "indexer/schema.h"

#include <fmt/core.h>

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <utility>

namespace answers {
namespace {

using namespace std::chrono_literals;

constexpr auto between_looks = 2s;       // for a newer generation
constexpr auto between_tries = 300ms;    // to open one that failed
constexpr std::size_t most_opening = 3;  // at once: xapian-tcpsrv keeps five waiting, others hang
constexpr auto patience = 200ms;         // of a query, with one that failed before

/// What a person can make of an error of Xapian's remote backend.
std::string told(const RemoteAddress& address, const Xapian::Error& error) {
  std::string why = error.get_msg();
  if (error.get_error_string() != nullptr) why += fmt::format(" ({})", error.get_error_string());
  const bool is_closed = why.find("closed unexpectedly") != std::string::npos;
  if (address.is_ssh() && is_closed)
    why += fmt::format("; see what this says: ssh {} xapian-progsrv --version",
                       ssh_words(address.servers.front()));
  return why;
}

}  // namespace

/// Where jobs are handed in, and the threads that do them.
struct RemoteSession::Desk {
  RemoteAddress address{};
  std::size_t server = 0;
  Deadlines deadlines{};
  std::string uuid{};

  mutable std::mutex mutex{};
  std::condition_variable changed{};
  std::deque<Job> jobs{};
  std::size_t threads = 0;
  std::size_t idle = 0;
  std::size_t opening = 0;  ///< of the threads
  bool closed = false;
  std::string fault{};

  /// Takes all jobs that nobody will do.
  void break_off(const std::string& why) {
    std::deque<Job> left;
    {
      const std::scoped_lock lock(mutex);
      if (fault.empty()) fault = why;
      left.swap(jobs);
      changed.notify_all();
    }
    for (const Job& job : left) job.fail(why);
  }
};

RemoteSession::RemoteSession(RemoteAddress address, std::size_t server, const Deadlines& deadlines)
    : address_(std::move(address)), server_(server), desk_(std::make_shared<Desk>()) {
  Xapian::Database database = connect(address_, server_, deadlines);
  const std::string format = database.get_metadata(std::string(schema::format_key));
  if (format.empty()) throw RemoteFailure("what is served there is no index of answers");
  if (format != schema::format) {
    throw RemoteFailure(
        fmt::format("it was made by another version of answers (its format is {}, this program's "
                    "{})",
                    format, schema::format));
  }
  const std::string packed = read_pieces(database, schema::words_key);
  if (packed.empty())
    throw RemoteFailure("it has no words for searchers elsewhere: answers index --rebuild there");
  try {
    words_ = RemoteWords(packed);
  } catch (const std::runtime_error& error) {
    throw RemoteFailure(error.what());
  }
  uuid_ = database.get_uuid();
  records_ = database.get_doccount();
  round_trip_ = deadlines.answer;
  for (int i = 0; i < 3; ++i) {  // the shortest: a busy machine lets one of them wait
    const auto begin = Clock::now();
    averages_ = database.get_metadata(std::string(schema::averages_key));
    round_trip_ = std::min<std::chrono::duration<double>>(round_trip_, Clock::now() - begin);
  }
  dictionary_ = database.get_metadata(std::string(schema::dictionary_key));
  space_ = database.get_metadata(std::string(schema::space_key));
  if (!space_.empty()) {
    term_places_ = read_pieces(database, schema::term_places_key);
    subjects_ = database.get_metadata(std::string(schema::subjects_key));
  } else {
    const std::string key(schema::subjects_key);
    has_own_subjects_ = database.metadata_keys_begin(key) != database.metadata_keys_end(key);
  }
  desk_->address = address_;
  desk_->server = server_;
  desk_->deadlines = deadlines;
  desk_->uuid = uuid_;
  desk_->threads = 1;
  std::thread(&RemoteSession::work_at, desk_, std::move(database)).detach();
}

RemoteSession::~RemoteSession() {
  const std::scoped_lock lock(desk_->mutex);
  desk_->closed = true;
  desk_->changed.notify_all();
}

std::shared_ptr<RemoteSession> RemoteSession::open(const RemoteAddress& address, std::size_t server,
                                                   const Deadlines& deadlines) {
  std::string faults;
  for (std::size_t i = 0; i < address.servers.size(); ++i) {
    const std::size_t number = (server + i) % address.servers.size();
    std::string fault;
    try {
      return std::shared_ptr<RemoteSession>(new RemoteSession(address, number, deadlines));
    } catch (const Xapian::Error& error) {
      fault = told(address, error);
    } catch (const RemoteFailure& error) {
      fault = error.what();
    }
    if (address.servers.size() > 1) fault.insert(0, address.servers[number].host + ": ");
    faults += (faults.empty() ? "" : "; ") + fault;
  }
  throw RemoteFailure(faults);
}

std::string RemoteSession::fault() const {
  const std::scoped_lock lock(desk_->mutex);
  return desk_->fault;
}

void RemoteSession::break_off(const std::string& why) { desk_->break_off(why); }

std::size_t RemoteSession::hands_for(std::size_t records) const {
  constexpr std::chrono::duration<double> near = 500us;
  constexpr std::size_t hands_of_near = 4;
  return std::min(round_trip_ < near ? hands_of_near : connections, records);
}

std::string RemoteSession::late() const {
  return fmt::format("no answer within {:.1f} s",
                     std::chrono::duration<double>(desk_->deadlines.answer).count());
}

void RemoteSession::submit(Job job) {
  std::string fault;
  {
    const std::scoped_lock lock(desk_->mutex);
    fault = desk_->fault;
    if (fault.empty()) {
      desk_->jobs.push_back(std::move(job));
      desk_->changed.notify_one();
      if (desk_->jobs.size() > desk_->idle && desk_->threads < connections &&
          desk_->opening < most_opening) {
        ++desk_->threads;
        ++desk_->opening;
        std::thread(&RemoteSession::open_another, desk_).detach();
      }
      return;
    }
  }
  job.fail(fault);
}

/// A further connection, of the same generation; where there is none those that are there do.
void RemoteSession::open_another(const std::shared_ptr<Desk>& desk) {
  try {
    Xapian::Database database = connect(desk->address, desk->server, desk->deadlines);
    if (database.get_uuid() == desk->uuid) {
      {
        const std::scoped_lock lock(desk->mutex);
        --desk->opening;
      }
      work_at(desk, database);
      return;
    }
  } catch (const Xapian::Error&) {  // the first connection will tell
  }
  const std::scoped_lock lock(desk->mutex);
  --desk->threads;
  --desk->opening;
}

void RemoteSession::work_at(const std::shared_ptr<Desk>& desk, const Xapian::Database& database) {
  while (true) {
    Job job;
    {
      std::unique_lock lock(desk->mutex);
      ++desk->idle;
      desk->changed.wait(
          lock, [&] { return desk->closed || !desk->fault.empty() || !desk->jobs.empty(); });
      --desk->idle;
      if (desk->closed || !desk->fault.empty()) return;
      job = std::move(desk->jobs.front());
      desk->jobs.pop_front();
    }
    std::string fault;
    try {
      job.run(database);
      continue;
    } catch (const Xapian::Error& error) {
      fault = told(desk->address, error);
    } catch (const std::exception& error) {
      fault = error.what();
    }
    desk->break_off(fault);
    job.fail(fault);
    return;
  }
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
          is_the_same = connect(address, server, deadlines).get_uuid() == known;
        } catch (const Xapian::Error&) {  // as long as its connections hold it is asked there
          is_the_same = true;
        }
      }
      if (!is_the_same) session = RemoteSession::open(address, server, deadlines);
    } catch (const RemoteFailure& error) {
      why = error.what();
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
