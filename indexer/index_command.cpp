#include "indexer/index_command.h"

#include "indexer/amounts.h"
#include "indexer/index_directory.h"
#include "indexer/index_lock.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstddef>
#include <ostream>
#include <string_view>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <system_error>
#include <unistd.h>

namespace answers {
namespace {

std::atomic<bool> interrupted = false;
static_assert(std::atomic<bool>::is_always_lock_free);  // a signal handler writes it

/// While it lives Ctrl-C asks the work to stop; a second one kills.
class InterruptHandler {
 public:
  InterruptHandler() {
    interrupted = false;
    struct sigaction action {};
    action.sa_handler = [](int) { interrupted = true; };
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    sigaction(SIGINT, &action, &before_);
  }
  ~InterruptHandler() { sigaction(SIGINT, &before_, nullptr); }
  InterruptHandler(const InterruptHandler&) = delete;
  InterruptHandler& operator=(const InterruptHandler&) = delete;

 private:
  struct sigaction before_ {};
};

/// A bar that is redrawn on a terminal, a line for every tenth elsewhere.
class ProgressPrinter : public IndexListener {
 public:
  ProgressPrinter(const IndexCommand& command, std::ostream& talk)
      : command_(command), talk_(talk), terminal_(isatty(STDERR_FILENO) == 1) {}

  void on_progress(const IndexProgress& progress) override {
    if (command_.quiet || progress.total == 0) return;
    const auto now = Clock::now();
    if (progress.phase != phase_) {
      phase_ = progress.phase;
      began_ = now;
      tenths_ = 0;
    }
    if (terminal_) {
      if (now - drawn_ < std::chrono::milliseconds(100)) return;
      drawn_ = now;
      draw(progress, std::chrono::duration<double>(now - began_).count());
    } else if (now - began_ >= std::chrono::seconds(1)) {  // what is quick needs no lines
      const auto tenths = 10 * progress.done / progress.total;
      if (tenths <= tenths_) return;
      tenths_ = tenths;
      talk_ << fmt::format("answers: {} {} %, {}\n", verb(progress.phase), 10 * tenths,
                           plural(progress.records, "record", "records"))
            << std::flush;
    }
  }
  void on_trouble(const Trouble& trouble) override {
    erase_bar();
    talk_ << "answers: " << trouble.path;
    if (trouble.line > 0) talk_ << ':' << trouble.line;
    talk_ << ": " << trouble.what;
    if (!trouble.remedy.empty()) talk_ << "; " << trouble.remedy;
    talk_ << '\n';
  }
  void on_skipped(std::string_view path, std::string_view reason) override {
    if (!command_.verbose) return;
    erase_bar();
    talk_ << "answers: skipped " << path << ": " << reason << '\n';
  }

  void erase_bar() {
    if (!bar_drawn_) return;
    talk_ << "\r\x1b[K" << std::flush;
    bar_drawn_ = false;
  }

 private:
  using Clock = std::chrono::steady_clock;

  static std::string_view verb(IndexProgress::Phase phase) {
    return phase == IndexProgress::Phase::reading ? "Reading" : "Indexing";
  }

  void draw(const IndexProgress& progress, double seconds) {
    static constexpr std::string_view eighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    winsize size{};
    const std::size_t columns =
        ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
    const double share =
        std::min(1.0, static_cast<double>(progress.done) / static_cast<double>(progress.total));
    std::string facts =
        fmt::format("{:3.0f} %  {}", 100 * share, plural(progress.records, "record", "records"));
    if (seconds > 0.5 && share > 0) {
      facts += fmt::format(
          " · {}/s",
          sized(static_cast<std::uint64_t>(static_cast<double>(progress.done) / seconds)));
      const auto left = static_cast<std::uint64_t>(seconds * (1 - share) / share);
      facts += fmt::format(" · {}:{:02} left", left / 60, left % 60);
    }
    constexpr std::size_t verb_columns = 10;
    std::string line = fmt::format("{:<{}}", verb(progress.phase), verb_columns);
    if (columns >= verb_columns + facts.size() + 12) {
      const std::size_t width =
          std::min<std::size_t>(40, columns - verb_columns - facts.size() - 3);
      const auto full = static_cast<std::size_t>(share * 8 * static_cast<double>(width));
      std::string bar;
      for (std::size_t i = 0; i < full / 8; ++i) bar += "█";
      bar += eighths[full % 8];
      const std::size_t drawn = full / 8 + (full % 8 != 0 ? 1 : 0);
      line += bar + std::string(width - drawn + 2, ' ');
    }
    talk_ << '\r' << line << facts << "\x1b[K" << std::flush;
    bar_drawn_ = true;
  }

  const IndexCommand& command_;
  std::ostream& talk_;
  const bool terminal_;
  bool bar_drawn_ = false;
  IndexProgress::Phase phase_ = IndexProgress::Phase::reading;
  Clock::time_point began_ = Clock::now();
  Clock::time_point drawn_{};
  std::uint64_t tenths_ = 0;
};

std::uint64_t peak_memory_bytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
}

void print_summary(const IndexCommand& command, const IndexSummary& summary, double seconds,
                   std::ostream& talk) {
  if (command.options.dry_run) {
    talk << fmt::format("Would change: {} to read, {} gone\n",
                        plural(summary.files_read, "file", "files"),
                        plural(summary.files_gone, "file", "files"));
  } else if (!summary.published) {
    talk << fmt::format("Up to date: {} ({}, nothing changed in {})\n",
                        generation_name(summary.generation), sized(summary.bytes),
                        plural(summary.files, "file", "files"));
  } else {
    talk << fmt::format("Index ready in {:.1f} s (generation {}, {}, peak memory {})\n", seconds,
                        summary.generation, sized(summary.bytes), sized(peak_memory_bytes()));
  }
  const auto line = [&talk](std::uint64_t number, std::string_view what) {
    if (number > 0) talk << fmt::format("{:>11} {}\n", counted(number), what);
  };
  std::string what = summary.records == 1 ? "record" : "records";
  if (summary.published || command.options.dry_run) {
    what += fmt::format(" (+{} new, {} changed, {} gone)", counted(summary.added),
                        counted(summary.changed), counted(summary.gone));
  }
  line(summary.records, what);
  line(summary.identical, "identical to another one and kept once");
  line(summary.unanswered,
       summary.unanswered == 1 ? "question without an answer" : "questions without an answer");
  for (const auto& [reason, files] : summary.skipped)
    line(files, fmt::format("{} skipped: {}", files == 1 ? "file" : "files", reason));
  line(summary.troubles, summary.troubles == 1 ? "trouble, named above" : "troubles, named above");
}

/// "generation 42 is still in use", or that there is none.
std::string still_in_use(const std::filesystem::path& directory) try {
  const auto current = current_generation(directory);
  return current ? fmt::format("generation {} is still in use", *current) : "there is no index yet";
} catch (const std::system_error&) {
  return "nothing was changed";
}

}  // namespace

int run_index(const IndexCommand& command, std::ostream& talk) {
  IndexOptions options = command.options;
  options.directory = find_index(command.index);
  options.stop = &interrupted;
  const InterruptHandler handler;
  ProgressPrinter printer(command, talk);
  const auto begin = std::chrono::steady_clock::now();
  const auto fail = [&](std::string_view why) {
    printer.erase_bar();
    talk << fmt::format("answers: {}; {}\n", why, still_in_use(options.directory));
    return 2;
  };
  try {
    const IndexSummary summary = index_collections(options, printer);
    printer.erase_bar();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    if (!command.quiet) print_summary(command, summary, took.count(), talk);
    if (summary.collection_missing) return 2;
    if (summary.records > 0) return 0;
    talk << "answers: no question with an answer was found, the index is empty; answers read "
            "--explain PATH… shows why\n";
    return 1;
  } catch (const Interrupted&) {
    printer.erase_bar();
    talk << fmt::format("answers: stopped; {}\n", still_in_use(options.directory));
    return 130;
  } catch (const std::system_error& error) {
    return fail(error.what());
  } catch (const Xapian::DatabaseError& error) {
    return fail(error.get_msg());
  }
}

}  // namespace answers
