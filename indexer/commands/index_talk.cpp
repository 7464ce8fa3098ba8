#include "indexer/commands/index_talk.h"

#include "corpus/characters/printable.h"
#include "indexer/commands/amounts.h"

#include <fmt/core.h>
#include <spdlog/logger.h>
#include <spdlog/sinks/basic_file_sink.h>

#include <algorithm>
#include <cerrno>
#include <ostream>
#include <stdexcept>
#include <sys/ioctl.h>
#include <unistd.h>

namespace answers {
namespace {

std::shared_ptr<spdlog::logger> open_log(const std::filesystem::path& path) {
  if (path.empty()) return nullptr;
  try {
    auto log = std::make_shared<spdlog::logger>(
        "answers", std::make_shared<spdlog::sinks::basic_file_sink_mt>(path.string()));
    log->set_pattern("%Y-%m-%d %H:%M:%S.%e %l [%P] %v");
    log->flush_on(spdlog::level::info);
    // A log that cannot be written any more stops no work.
    log->set_error_handler([](const std::string&) {});
    return log;
  } catch (const spdlog::spdlog_ex& error) {
    throw std::runtime_error(fmt::format("the log cannot be written: {}", error.what()));
  }
}

/// How often a line in a file says how far it is.
constexpr std::chrono::seconds between_lines{10};

std::string_view verb(IndexProgress::Phase phase) {
  return phase == IndexProgress::Phase::reading ? "Reading" : "Indexing";
}

/// "41 %, 12,345 records, 38 MB/s, 0:07 left"; rate and time once they can be told.
std::string facts(const IndexProgress& progress, double seconds, std::string_view between) {
  const double share =
      std::min(1.0, static_cast<double>(progress.done) / static_cast<double>(progress.total));
  std::string text = fmt::format("{:.0f} %{}{}", 100 * share, between,
                                 plural(progress.records, "record", "records"));
  if (seconds > 0.5 && share > 0) {
    const double rate = static_cast<double>(progress.done) / seconds;
    const auto left = static_cast<std::uint64_t>(seconds * (1 - share) / share);
    text += fmt::format("{0}{1}/s{0}{2}:{3:02} left", between,
                        sized(static_cast<std::uint64_t>(rate)), left / 60, left % 60);
  }
  return text;
}

std::string_view remedy(const std::error_code& error) {
  if (error == std::errc::no_space_on_device || error.value() == EDQUOT)
    return "; make room and run it again: a build takes up to 2.5 times what the index will";
  if (error == std::errc::file_too_large)
    return "; the limit of the size of files is too low: see ulimit -f";
  if (error == std::errc::io_error) return "; the disk may be failing: see the system's log";
  if (error == std::errc::read_only_file_system || error == std::errc::permission_denied)
    return "; --index DIR puts the index elsewhere";
  if (error == std::errc::no_lock_available)
    return "; its file system has no locks: --index DIR on a local disk";
  return "";
}

}  // namespace

std::string trouble_line(const Trouble& trouble) {
  std::string line = trouble.path;
  if (trouble.line > 0) line += fmt::format(":{}", trouble.line);
  line += (line.empty() ? "" : ": ") + trouble.what;
  if (!trouble.remedy.empty()) line += "; " + trouble.remedy;
  return printable_line(line);
}

std::string failure_line(const std::system_error& error) {
  const auto* of_file = dynamic_cast<const std::filesystem::filesystem_error*>(&error);
  std::string line = of_file == nullptr ? error.what()
                                        : fmt::format("{}: {}", of_file->path1().string(),
                                                      of_file->code().message());
  return line.append(remedy(error.code()));
}

std::string failure_line(const Xapian::Error& error) {
  if (error.get_error_string() == nullptr) return error.get_msg();
  std::string line = fmt::format("{}: {}", error.get_msg(), error.get_error_string());
  // Xapian says the number as a text, and only so.
  for (const int number : {ENOSPC, EDQUOT, EFBIG, EIO, EROFS, EACCES}) {
    const std::error_code code(number, std::generic_category());
    if (code.message() == error.get_error_string()) line.append(remedy(code));
  }
  return line;
}

std::string differences(const IndexSummary& summary) {
  return fmt::format("+{} new, {} changed, {} gone", counted(summary.added),
                     counted(summary.changed), counted(summary.gone));
}

IndexTalk::IndexTalk(const TalkOptions& options, std::ostream& stream)
    : options_(options),
      stream_(stream),
      log_(open_log(options.log)),
      terminal_(isatty(STDERR_FILENO) == 1) {}

IndexTalk::~IndexTalk() = default;

void IndexTalk::start_over() {
  phase_ = IndexProgress::Phase::reading;
  began_ = drawn_ = Clock::now();
}

void IndexTalk::on_progress(const IndexProgress& progress) {
  if (options_.quiet || progress.total == 0) return;
  const auto now = Clock::now();
  if (progress.phase != phase_) {
    start_over();
    phase_ = progress.phase;
  }
  const double seconds = std::chrono::duration<double>(now - began_).count();
  if (terminal_) {
    if (now - drawn_ < std::chrono::milliseconds(100)) return;
    drawn_ = now;
    draw(progress, seconds);
  } else if (now - drawn_ >= between_lines) {  // what is quick needs no lines
    drawn_ = now;
    say(fmt::format("{} {}", verb(progress.phase), facts(progress, seconds, ", ")));
  }
}

void IndexTalk::on_trouble(const Trouble& trouble) { complain(trouble_line(trouble)); }

void IndexTalk::on_skipped(std::string_view path, std::string_view reason) {
  if (!options_.verbose) return;
  say(printable_line(fmt::format("skipped {}: {}", path, reason)));
}

void IndexTalk::say(std::string_view line, bool named) {
  if (log_) log_->info("{}", line);
  if (!options_.quiet) print(line, named);
}

void IndexTalk::complain(std::string_view line) {
  if (log_) log_->warn("{}", line);
  print(line, true);
}

void IndexTalk::print(std::string_view line, bool named) {
  erase_bar();
  stream_ << (named ? "answers: " : "") << line << '\n' << std::flush;
}

void IndexTalk::erase_bar() {
  if (!bar_drawn_) return;
  stream_ << "\r\x1b[K" << std::flush;
  bar_drawn_ = false;
}

void IndexTalk::draw(const IndexProgress& progress, double seconds) {
  static constexpr std::string_view eighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  winsize size{};
  const std::size_t columns =
      ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
  const double share =
      std::min(1.0, static_cast<double>(progress.done) / static_cast<double>(progress.total));
  const std::string said = facts(progress, seconds, " · ");
  constexpr std::size_t verb_columns = 10;
  std::string line = fmt::format("{:<{}}", verb(progress.phase), verb_columns);
  if (columns >= verb_columns + said.size() + 12) {
    const std::size_t width = std::min<std::size_t>(40, columns - verb_columns - said.size() - 3);
    const auto full = static_cast<std::size_t>(share * 8 * static_cast<double>(width));
    std::string bar;
    for (std::size_t i = 0; i < full / 8; ++i) bar += "█";
    bar += eighths[full % 8];
    const std::size_t drawn = full / 8 + (full % 8 != 0 ? 1 : 0);
    line += bar + std::string(width - drawn + 2, ' ');
  }
  stream_ << '\r' << line << said << "\x1b[K" << std::flush;
  bar_drawn_ = true;
}

}  // namespace answers
