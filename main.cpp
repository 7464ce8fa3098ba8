#include "corpus/characters/printable.h"
#include "indexer/commands/commands.h"
#include "indexer/generations/index.h"
#include "indexer/generations/index_lock.h"
#include "searcher/commands/command_line.h"
#include "searcher/commands/commands.h"
#include "searcher/commands/completion.h"
#include "searcher/commands/version_text.h"
#include "searcher/live/screen.h"

#include <CLI/CLI.hpp>
#include <xapian.h>

#include <algorithm>
#include <csignal>
#include <cstddef>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <malloc.h>
#include <memory>
#include <stdexcept>
#include <string>
#include <sys/mman.h>
#include <unistd.h>
#include <vector>

namespace {

constexpr const char* examples = R"(
Examples:
  answers index notes/ faq.md               # read collections into the index
  answers                                   # search them while you type
  answers search why does dropout help      # ranked answers, best first
  answers search pca tag:matrices -n 3      # only records with a tag
  answers search svd --explain              # why is the first one first?
  answers show 7k3v9x2                      # one whole answer, by its id
  answers help search                       # examples and flags of a command

The index is in --index DIR, else $ANSWERS_INDEX, else in the nearest .answers
folder upwards (as with git), else in ~/.local/share/answers/default.

Exit codes: 0 found or done, 1 nothing found, 2 wrong usage or I/O error,
            3 no index or a damaged one, 4 locked by another writer,
            130 interrupted)";

// What one file of a collection has given back the next one asks for, and a search touches about
// 1.5 MB in a few milliseconds: to have memory from the kernel page by page takes as long as to
// read the file, or a third of the search. So the heap begins on a huge page, or where there is
// none on small ones that come at once, and none goes back.
void prepare_heap() {
  mallopt(M_MMAP_THRESHOLD, 8 << 20);
  mallopt(M_TRIM_THRESHOLD, 32 << 20);
  constexpr std::size_t huge_page = 2 << 20;
  constexpr std::size_t used_at_once = 3 << 19;
  std::size_t room = 2 * huge_page;
  void* const block = std::malloc(room);
  if (block == nullptr) return;
  void* first_page = block;
  if (std::align(huge_page, used_at_once, first_page, room) != nullptr) {
    // A kernel that does not know these does nothing.
    madvise(first_page, huge_page, MADV_HUGEPAGE);
    madvise(first_page, used_at_once, MADV_POPULATE_WRITE);
  }
  constexpr std::size_t header = 64;
  const auto in_front =
      static_cast<std::size_t>(static_cast<char*>(first_page) - static_cast<char*>(block));
  std::free(block);
  // Never used nor given back, so that what is taken from now on lies on the huge page.
  [[maybe_unused]] static void* volatile gap = nullptr;
  if (in_front > header) gap = std::malloc(in_front - header);
}

/// What an error says may have names of a stranger's files in it.
void tell(std::string_view what) { std::cerr << "answers: " << answers::printable(what) << '\n'; }

}  // namespace

int main(int argc, char** argv) try {
  std::signal(SIGPIPE, [](int) { _exit(0); });  // a reader that has seen enough is no error
  std::signal(SIGXFSZ, [](int) {});  // a file over the limit is an error of write(), which is told
  std::ios::sync_with_stdio(false);
  prepare_heap();
  int exit_code = 0;
  std::vector<std::string> typed(argv + std::min(argc, 1), argv + argc);
  // The program alone, on a terminal: one searches and reads.
  const bool is_alone = typed.empty() && answers::has_screen();
  if (is_alone) typed = {"pick", "--read"};
  CLI::App app("Finds the answer in collections of questions and answers.", "answers");
  app.require_subcommand(1);
  // As people have aliases: answers search --format json --format tsv.
  app.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  app.formatter_fn([](const CLI::App* command, const std::string&, CLI::AppFormatMode) {
    return answers::help_text(*command);
  });
  app.footer(examples);
  app.set_help_flag("-h,--help", "Print this help");
  app.set_version_flag("-V,--version", answers::version_text, "Print the version");
  if (typed.empty() || is_alone ||
      !answers::add_command_in_a_hurry(app, exit_code, typed.front())) {
    answers::add_indexer_commands(app, exit_code);
    answers::add_searcher_commands(app, exit_code);
  }
  answers::add_configuration(app, exit_code);
  if (typed.empty()) {
    std::cerr << answers::help_text(app);
    return 2;
  }
  if (typed.front() == "__complete") {
    answers::complete(app, {typed.begin() + 1, typed.end()}, std::cout);
    return 0;
  }
  std::vector<std::string> arguments = answers::arguments_for(app, typed);
  try {
    std::ranges::reverse(arguments);  // CLI11 takes them from the end
    app.parse(arguments);
  } catch (const answers::IndexUnusable&) {
    if (is_alone) std::cerr << answers::help_text(app) << '\n';
    throw;
  } catch (const CLI::Success& success) {  // --help, --version
    return app.exit(success);
  } catch (const CLI::RuntimeError& error) {  // has been told
    return error.get_exit_code();
  } catch (const CLI::ParseError& error) {
    tell(answers::explain_parse_error(app, error, typed));
    return 2;
  }
  std::cout.flush();
  if (std::cout.fail()) throw std::runtime_error("cannot write to standard output");
  return exit_code;
} catch (const answers::IndexUnusable& error) {
  tell(error.what());
  return 3;
} catch (const answers::IndexLocked& error) {
  tell(error.what());
  return 4;
} catch (const Xapian::Error& error) {  // not a std::exception
  tell("the index cannot be read: " + error.get_description());
  return 3;
} catch (const std::exception& error) {
  tell(error.what());
  return 2;
}
