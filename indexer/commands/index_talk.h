#pragma once

#include "indexer/building/index_writer.h"

#include <xapian.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>

namespace spdlog {
class logger;
}

namespace answers {

/// "path:line: what; remedy" on one line, printable.
std::string trouble_line(const Trouble& trouble);

/// Why an index could not be written, and what to do where that is known:
/// "/srv/.answers/LOCK: Read-only file system; --index DIR puts the index elsewhere".
std::string failure_line(const std::system_error& error);
std::string failure_line(const Xapian::Error& error);

/// "+3 new, 1 changed, 0 gone": how the records differ from the generation before.
std::string differences(const IndexSummary& summary);

struct TalkOptions {
  bool quiet = false;           ///< of what happens only troubles are told
  bool verbose = false;         ///< every skipped file is named
  std::filesystem::path log{};  ///< a file to append to, with time and level; empty: none
};

/// What building an index says on the way: a bar that is redrawn on a terminal, a line for every
/// tenth elsewhere, troubles as they come; all but the bar goes to the log too. Names are made
/// printable.
class IndexTalk : public IndexListener {
 public:
  /// `stream` is standard error, or what stands for it. Throws std::runtime_error when the log
  /// cannot be opened.
  IndexTalk(const TalkOptions& options, std::ostream& stream);
  ~IndexTalk() override;
  IndexTalk(const IndexTalk&) = delete;
  IndexTalk& operator=(const IndexTalk&) = delete;

  /// To be called before an update that is not the first.
  void start_over();
  void on_progress(const IndexProgress& progress) override;
  void on_trouble(const Trouble& trouble) override;
  void on_skipped(std::string_view path, std::string_view reason) override;

  /// A line for people, which `quiet` silences; with "answers: " before it where `named`.
  void say(std::string_view line, bool named = true);
  /// The same for what went wrong: never silenced.
  void complain(std::string_view line);

 private:
  using Clock = std::chrono::steady_clock;

  void print(std::string_view line, bool named);
  void draw(const IndexProgress& progress, double seconds);
  void erase_bar();

  const TalkOptions options_;
  std::ostream& stream_;
  std::shared_ptr<spdlog::logger> log_;
  const bool terminal_;
  bool bar_drawn_ = false;
  IndexProgress::Phase phase_ = IndexProgress::Phase::reading;
  Clock::time_point began_ = Clock::now();
  Clock::time_point drawn_ = began_;  ///< or said
};

}  // namespace answers
