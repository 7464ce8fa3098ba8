#pragma once

#include "indexer/remote/address.h"
#include "indexer/remote/remote_words.h"

#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace answers {

class RemoteConnection;
struct RemotePeer;

/// One generation of an index on another machine, as long as its server answers: what it says of
/// itself, read once, and connections that are asked, one for each thread that does. Thread-safe.
/// After any failure it is broken for good: Remote opens another.
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

  /// A connection that nobody else uses, until it is given back; nullptr where it is broken, or
  /// breaks now since there is none to be had. See RemoteRound.
  std::unique_ptr<RemoteConnection> take_connection();
  /// One that has answered all, or failed: then the session is broken, too.
  void give_back(std::unique_ptr<RemoteConnection> connection);

 private:
  RemoteSession(RemoteAddress address, std::size_t server, const Deadlines& deadlines);

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
  std::shared_ptr<const RemotePeer> peer_;
  mutable std::mutex mutex_;
  std::vector<std::unique_ptr<RemoteConnection>> idle_;
  std::string fault_;
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
