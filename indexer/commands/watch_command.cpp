#include "indexer/commands/watch_command.h"

#include "corpus/characters/printable.h"
#include "indexer/building/collection_files.h"
#include "indexer/commands/amounts.h"
#include "indexer/commands/collection_watch.h"
#include "indexer/commands/index_talk.h"
#include "indexer/commands/interruption.h"
#include "indexer/generations/index_directory.h"
#include "indexer/generations/index_lock.h"

#include <fmt/chrono.h>
#include <fmt/core.h>
#include <xapian.h>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <ostream>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace answers {
namespace {

using std::chrono::milliseconds;

/// How often all files are looked at where not every folder can be watched.
constexpr milliseconds look_again{5000};
/// When what failed is tried again.
constexpr milliseconds try_again{5000};
/// How often, where nothing changes, every byte of the index is verified, as each update does.
constexpr milliseconds verify_again = std::chrono::hours(1);

/// Holds back the signals that end a watch, but where unblocked() is waited with: none is lost
/// between looking at the flag and waiting.
class BlockedSignals {
 public:
  BlockedSignals() {
    sigset_t ending;
    sigemptyset(&ending);
    sigaddset(&ending, SIGINT);
    sigaddset(&ending, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &ending, &before_);
  }
  ~BlockedSignals() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  BlockedSignals(const BlockedSignals&) = delete;
  BlockedSignals& operator=(const BlockedSignals&) = delete;

  const sigset_t& unblocked() const { return before_; }

 private:
  sigset_t before_{};
};

/// Tells a trouble once and not with every update, as long as it lasts (a collection that is away).
class NewTroubles : public IndexListener {
 public:
  explicit NewTroubles(IndexTalk& talk) : talk_(talk) {}

  void on_progress(const IndexProgress& progress) override { talk_.on_progress(progress); }
  void on_skipped(std::string_view path, std::string_view reason) override {
    talk_.on_skipped(path, reason);
  }
  void on_trouble(const Trouble& trouble) override {
    std::string line = trouble_line(trouble);
    if (!before_.contains(line)) talk_.complain(line);
    now_.insert(std::move(line));
  }
  void begin_update() { before_ = std::exchange(now_, {}); }

 private:
  IndexTalk& talk_;
  std::set<std::string> before_;
  std::set<std::string> now_;
};

std::string what_was_done(const IndexSummary& summary, double seconds) {
  return fmt::format("{:%H:%M:%S} generation {} in {:.2f} s: {} ({})",
                     fmt::localtime(std::time(nullptr)), summary.generation, seconds,
                     plural(summary.records, "record", "records"), differences(summary));
}

/// One update. False: it failed, and is to be tried again.
bool update(const IndexOptions& options, NewTroubles& listener, IndexTalk& talk) {
  std::string why;
  listener.begin_update();
  talk.start_over();
  try {
    const auto begin = std::chrono::steady_clock::now();
    const IndexSummary summary = index_collections(options, listener);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    if (summary.published) talk.say(what_was_done(summary, took.count()), false);
    return true;
  } catch (const IndexLocked& error) {
    why = error.what();
  } catch (const std::system_error& error) {
    why = failure_line(error);
  } catch (const Xapian::DatabaseError& error) {
    why = failure_line(error);
  }
  talk.complain(
      printable_line(fmt::format("{}; tries again in {} s", why, try_again.count() / 1000)));
  return false;
}

bool is_read_once(const std::filesystem::path& path) {
  std::error_code ignored;
  return path == "-" || std::filesystem::is_fifo(path, ignored);
}

/// A log that is written where changes are watched would be a change itself, over and over. Hidden
/// names are not watched.
void expect_log_elsewhere(const std::filesystem::path& log,
                          const std::vector<std::filesystem::path>& collections) {
  if (log.empty()) return;
  const std::filesystem::path file = whole_path(log);
  for (const auto& collection : collections) {
    const std::filesystem::path folder = whole_path(collection);
    if (!is_within(file, folder)) continue;
    const auto below = file.lexically_relative(folder);
    if (std::ranges::any_of(below, [](const auto& part) {
          return part.native().size() > 1 && part.native().starts_with('.');
        }))
      continue;
    throw std::runtime_error(
        fmt::format("the log {} lies in {}, which is watched; --log FILE somewhere else",
                    log.string(), collection.string()));
  }
}

}  // namespace

int run_watch(const IndexCommand& command, std::ostream& stream) {
  IndexOptions options = command.options;
  options.directory = find_index(command.index);
  options.stop = &Interruption::flag();
  const Interruption interruption;
  IndexTalk talk({command.quiet, command.verbose, command.log}, stream);
  if (options.collections.empty()) options.collections = remembered_collections(options.directory);
  std::erase_if(options.collections, is_read_once);
  if (options.collections.empty())
    throw std::runtime_error("there is nothing to watch but standard input and pipes");
  expect_log_elsewhere(command.log, options.collections);
  NewTroubles troubles(talk);
  CollectionWatch watch(options.collections, options.directory);
  bool told_limit = false;
  bool first = true;
  try {
    while (true) {
      const bool complete = watch.renew();
      if (!complete && !told_limit) {
        talk.complain(fmt::format(
            "not every folder can be watched (fs.inotify.max_user_watches is the system's limit); "
            "all files are looked at every {} s as well",
            look_again.count() / 1000));
      }
      told_limit = !complete;
      const bool done = update(options, troubles, talk);
      if (first && done) talk.say("watching; Ctrl-C ends it");
      first = first && !done;
      const BlockedSignals blocked;
      if (Interruption::flag()) break;
      const milliseconds timeout = !done ? try_again : complete ? verify_again : look_again;
      if (watch.wait(timeout, blocked.unblocked()) == CollectionWatch::Woken::by_signal &&
          Interruption::flag()) {
        break;
      }
    }
  } catch (const Interrupted&) {  // in the middle of an update: the index is as it was
  }
  talk.say("stopped watching");
  // SIGTERM is how a service is ended, and no failure of it; Ctrl-C is told as everywhere.
  return Interruption::by_terminate() ? 0 : 130;
}

}  // namespace answers
