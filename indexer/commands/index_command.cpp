#include "indexer/commands/index_command.h"

#include "corpus/characters/printable.h"
#include "indexer/commands/amounts.h"
#include "indexer/commands/index_talk.h"
#include "indexer/commands/interruption.h"
#include "indexer/generations/index.h"
#include "indexer/generations/index_averages.h"
#include "indexer/generations/index_directory.h"

#include <fmt/core.h>
#include <xapian.h>

#include <chrono>
#include <new>
#include <optional>
#include <string_view>
#include <sys/resource.h>
#include <system_error>

namespace answers {
namespace {

std::uint64_t peak_memory_bytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
}

/// The path of a file as the index names it, as one would type it here where it is below.
std::string from_here(const std::string& name) {
  std::error_code error;
  const std::filesystem::path path(name);
  const auto here = std::filesystem::current_path(error);
  if (error || path.is_relative()) return printable_line(name);
  const std::string below = path.lexically_relative(here).string();
  return printable_line(below.empty() || below.starts_with("..") ? name : below);
}

void tell_summary(const IndexCommand& command, const IndexSummary& summary, double seconds,
                  IndexTalk& talk) {
  const auto say = [&talk](const std::string& line) { talk.say(line, false); };
  if (summary.nothing_found || summary.generation == 0) {
    say("Nothing was written");
  } else if (command.options.dry_run) {
    say(fmt::format("Would change: {} to read, {} gone",
                    plural(summary.files_read, "file", "files"),
                    plural(summary.files_gone, "file", "files")));
  } else if (!summary.published) {
    say(fmt::format("Up to date: {} ({}, nothing changed in {})",
                    generation_name(summary.generation), sized(summary.bytes),
                    plural(summary.files, "file", "files")));
  } else {
    say(fmt::format("Index ready in {:.1f} s (generation {}, {}, peak memory {})", seconds,
                    summary.generation, sized(summary.bytes), sized(peak_memory_bytes())));
  }
  const auto line = [&say](std::uint64_t number, std::string_view what) {
    if (number > 0) say(fmt::format("{:>11} {}", counted(number), what));
  };
  if (summary.new_averages) {
    const auto& [question, answer] = *summary.new_averages;
    say(fmt::format("Average lengths {:.6g} and {:.6g} as given: every segment is written anew",
                    question, answer));
  }
  if (summary.new_space) {
    say(typed_averages(command.averages_of)
            ? "What records are about is told by themselves alone again"
            : fmt::format("What records are about is told as in {}",
                          printable_line(command.averages_of)));
  }
  std::string what = summary.records == 1 ? "record" : "records";
  if (summary.published || command.options.dry_run) what += " (" + differences(summary) + ")";
  if (!summary.nothing_found) line(summary.records, what);
  line(summary.identical, "identical to another one and kept once");
  line(summary.unanswered,
       summary.unanswered == 1 ? "question without an answer" : "questions without an answer");
  for (const auto& [reason, files] : summary.skipped)
    line(files, fmt::format("{} skipped: {}", files == 1 ? "file" : "files", reason));
  const bool named_already = command.verbose && summary.files_read > 0;
  if (!named_already && summary.first_skipped.size() <= few_skipped)
    for (const auto& path : summary.first_skipped) say(fmt::format("{:12}{}", "", from_here(path)));
  line(summary.troubles, summary.troubles == 1 ? "trouble, named above" : "troubles, named above");
}

/// "generation 42 is still in use", or that there is none.
std::string still_in_use(const std::filesystem::path& directory) try {
  const auto current = current_generation(directory);
  return current ? fmt::format("generation {} is still in use", *current) : "there is no index yet";
} catch (const std::system_error&) {
  return "nothing was changed";
}

/// Throws IndexUnusable when there is no such index.
void take_averages_of(const std::string& typed, IndexOptions& options) {
  if (typed.empty()) return;
  options.averages = typed_averages(typed);
  if (options.averages) return;
  options.space_of = typed;
  options.averages = read_averages(open_index({typed}).members().front().database).lengths;
}

}  // namespace

int run_index(const IndexCommand& command, std::ostream& stream) {
  IndexOptions options = command.options;
  options.directory = find_index(command.index);
  take_averages_of(command.averages_of, options);
  options.stop = &Interruption::flag();
  const Interruption interruption;
  IndexTalk talk({command.quiet, command.verbose, command.log}, stream);
  const auto begin = std::chrono::steady_clock::now();
  const auto fail = [&](std::string_view why) {
    talk.complain(printable_line(fmt::format("{}; {}", why, still_in_use(options.directory))));
    return 2;
  };
  try {
    const IndexSummary summary = index_collections(options, talk);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    tell_summary(command, summary, took.count(), talk);
    if (summary.collection_missing) return 2;
    if (summary.records > 0 && !summary.nothing_found) return 0;
    talk.complain(fmt::format(
        "no question with an answer was found, {}; answers read --explain PATH… shows why{}",
        summary.nothing_found ? still_in_use(options.directory) : "the index is empty",
        command.sections ? "" : ", --sections makes a record of every heading"));
    return 1;
  } catch (const Interrupted&) {
    talk.complain(fmt::format("stopped; {}", still_in_use(options.directory)));
    return 130;
  } catch (const std::bad_alloc&) {
    return fail("there is not enough memory (a build takes some 100 MB)");
  } catch (const Xapian::InvalidOperationError&) {
    // What failed in a scratch database Xapian would undo, and complains that it cannot.
    return fail("there is not enough memory (a build takes some 100 MB), or no room on the disk");
  } catch (const std::system_error& error) {
    return fail(failure_line(error));
  } catch (const Xapian::DatabaseError& error) {
    return fail(failure_line(error));
  }
}

}  // namespace answers
