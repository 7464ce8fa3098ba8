#pragma once

#include "indexer/remote/address.h"
#include "indexer/remote/remote_words.h"

#include <xapian.h>

#include <chrono>
#include <functional>
#include <future>
#include <memory>
#include <stdexcept>
#include <string>

namespace answers {

using Clock = std::chrono::steady_clock;

/// An index on another machine did not answer; what() says why.
class RemoteFailure : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// One generation of an index on another machine, as long as its server answers: what it says of
/// itself, read once, and connections that are asked. Thread-safe. After any failure it is broken
/// for good, since Xapian's connections are: Remote opens another.
class RemoteSession {
 public:
  /// Connects to the first of the servers that answers, from `server` on. Throws RemoteFailure
  /// within the deadlines of each.
  static std::shared_ptr<RemoteSession> open(const RemoteAddress& address, std::size_t server,
                                             const Deadlines& deadlines);
  ~RemoteSession();
  RemoteSession(const RemoteSession&) = delete;
  RemoteSession& operator=(const RemoteSession&) = delete;

  const std::string& name() const { return address_.name; }
  const std::string& uuid() const { return uuid_; }  ///< of the generation
  std::size_t server() const { return server_; }     ///< of its address
  double records() const { return records_; }
  const std::string& averages() const { return averages_; }
  const std::string& dictionary() const { return dictionary_; }
  const RemoteWords& words() const { return words_; }
  /// What its head has of subjects, as it stands there, where their space was given; else empty.
  const std::string& space() const { return space_; }
  const std::string& subjects() const { return subjects_; }
  const std::string& term_places() const { return term_places_; }
  /// Whether it has some in a space that was not given, which are of no use from afar.
  bool has_own_subjects() const { return has_own_subjects_; }

  /// Why it is broken; empty while it is not.
  std::string fault() const;
  void break_off(const std::string& why);

  /// Does `work` with one of at most `connections` connections, each of which has a thread of its
  /// own; they are opened when there is more to do than they can. The future throws RemoteFailure.
  template <class Result>
  std::future<Result> ask(std::function<Result(const Xapian::Database&)> work) {
    auto promise = std::make_shared<std::promise<Result>>();
    auto future = promise->get_future();
    submit({[promise, work = std::move(work)](const Xapian::Database& database) {
              promise->set_value(work(database));
            },
            [promise](const std::string& why) {
              promise->set_exception(std::make_exception_ptr(RemoteFailure(why)));
            }});
    return future;
  }
  /// What it came to, waited for until `deadline`; where it does not come, the session is broken.
  /// Throws RemoteFailure.
  template <class Result>
  Result answer(std::future<Result>& future, Clock::time_point deadline) {
    if (future.wait_until(deadline) != std::future_status::ready) {
      const std::string why = late();
      break_off(why);
      throw RemoteFailure(why);
    }
    return future.get();
  }

  /// Forty records, as many as a query looks at in a large index, are two round trips then,
  /// wherever they are.
  static constexpr std::size_t connections = 20;

  /// How many connections so many records are best asked for by, each of which is a round trip: few
  /// where the server is so near that waking a thread takes as long.
  std::size_t hands_for(std::size_t records) const;

 private:
  struct Job {
    std::function<void(const Xapian::Database&)> run{};
    std::function<void(const std::string&)> fail{};
  };
  struct Desk;

  RemoteSession(RemoteAddress address, std::size_t server, const Deadlines& deadlines);
  void submit(Job job);
  std::string late() const;
  static void work_at(const std::shared_ptr<Desk>& desk, const Xapian::Database& database);
  static void open_another(const std::shared_ptr<Desk>& desk);

  RemoteAddress address_;
  std::size_t server_ = 0;
  std::string uuid_;
  double records_ = 0;
  std::string averages_;
  std::string dictionary_;
  RemoteWords words_;
  std::string space_;
  std::string subjects_;
  std::string term_places_;
  bool has_own_subjects_ = false;
  std::chrono::duration<double> round_trip_{};
  std::shared_ptr<Desk> desk_;  ///< outlives the session where a thread still waits for its server
};

/// An index on another machine, whatever becomes of its server. Thread-safe; shared by all that
/// search it.
class Remote : public std::enable_shared_from_this<Remote> {
 public:
  Remote(RemoteAddress address, const Deadlines& deadlines);

  const std::string& name() const { return address_.name; }
  const Deadlines& deadlines() const { return deadlines_; }

  /// How it stands: a session, or why there is none.
  struct Standing {
    std::shared_ptr<RemoteSession> session{};
    std::string why{};
  };
  /// How it stands now. The first call waits until it is open or has failed; later ones, where it
  /// has failed, wait for as long as a server nearby needs (200 ms) and try again in the
  /// background. Every few seconds it is looked for a newer generation, likewise.
  Standing now();

 private:
  void open_in_background();

  RemoteAddress address_;
  Deadlines deadlines_;
  struct State;
  std::shared_ptr<State> state_;
};

}  // namespace answers
