#include "indexer/commands/commands.h"

#include "corpus/fields/field_names.h"
#include "corpus/outline/sections.h"
#include "indexer/commands/check_command.h"
#include "indexer/commands/collections_command.h"
#include "indexer/commands/index_command.h"
#include "indexer/commands/init_command.h"
#include "indexer/commands/read_command.h"
#include "indexer/commands/typed_numbers.h"
#include "indexer/commands/watch_command.h"

#include <CLI/CLI.hpp>

#include <chrono>
#include <cmath>
#include <csignal>
#include <iostream>
#include <memory>

namespace answers {
namespace {

void add_sections_flag(CLI::App& command, bool& sections) {
  command.add_flag("--sections", sections, "Make a record of every heading with text, too");
}

void add_columns_option(CLI::App& command, std::string& columns) {
  command.add_option("--columns", columns, "Names that ask and answer: question=X,answer=Y")
      ->type_name("NAMES")
      ->check(CLI::Validator(
          [](const std::string& typed) {
            return given_names_in(typed) ? std::string()
                                         : "'" + typed + "' is not like question=X,answer=Y";
          },
          ""));
}

/// How files are read by whatever reads them: a setting says it for all these commands.
struct Reading {
  std::string columns{};
  bool sections = false;

  void add_to(CLI::App& command) {
    add_columns_option(command, columns);
    add_sections_flag(command, sections);
  }
  void take() const {
    if (!columns.empty()) give_field_names(given_names_in(columns).value_or(GivenNames{}));
    take_sections(sections);
  }
};

/// What `index` and `watch` have in common.
void add_index_options(CLI::App& command, IndexCommand& typed, Reading& reading) {
  command.add_option("PATH", typed.options.collections,
                     "Files or folders, - for standard input; none: all that were named before");
  add_index_option(command, typed.index);
  auto* wait = command.add_option_function<double>(
      "--wait",
      [&typed](double seconds) {
        typed.options.wait = std::chrono::milliseconds(std::llround(seconds * 1000));
      },
      "How long to wait for another writer [10]");
  takes_decimal(wait, 0, 1e6)->type_name("SECONDS");
  reading.add_to(command);
  command.add_option("--log", typed.log, "Append what is said to a file, with its time")
      ->type_name("FILE");
  command.add_flag("-v,--verbose", typed.verbose, "Name every skipped file");
  command.add_flag("-q,--quiet", typed.quiet, "Say nothing but what went wrong");
}

}  // namespace

void add_index_option(CLI::App& command, std::string& index) {
  command.add_option("--index", index, "The folder of the index")->type_name("DIR");
}

void add_indexer_commands(CLI::App& app, int& exit_code) {
  {
    auto* command = app.add_subcommand("index", "Read collections into the index");
    command->group("Collect");
    auto typed = std::make_shared<IndexCommand>();
    auto reading = std::make_shared<Reading>();
    add_index_options(*command, *typed, *reading);
    command->add_flag("--rebuild", typed->options.rebuild, "Start afresh, with these alone");
    command
        ->add_option("--averages-of", typed->averages_of,
                     "Average lengths to rank by, of another index or as numbers: for indexes that "
                     "are searched as one")
        ->type_name("DIR|Q,A");
    command->add_flag("--dry-run", typed->options.dry_run, "Say what would change, change nothing");
    command->footer(R"(
Examples:
  answers index notes/ faq.md          # add these, or bring them up to date
  answers index                        # bring all of them up to date
  answers index --rebuild notes/       # start afresh with these alone)");
    command->callback([typed, reading, command, &exit_code] {
      std::signal(SIGPIPE, SIG_IGN);  // nobody need listen: the index is made all the same
      reading->take();
      typed->sections = reading->sections;
      typed->options.retry = !reading->columns.empty() || reading->sections;
      typed->options.reread = command->count("--columns") + command->count("--sections") > 0;
      exit_code = run_index(*typed, std::cerr);
    });
  }
  {
    auto* command = app.add_subcommand("init", "Make an index of this folder, for all below it");
    command->group("Collect");
    auto typed = std::make_shared<IndexCommand>();
    command->add_option("PATH", typed->options.collections,
                        "Files or folders; none: this folder with all below it");
    command->add_flag("-v,--verbose", typed->verbose, "Name every skipped file");
    command->add_flag("-q,--quiet", typed->quiet, "Say nothing but what went wrong");
    command->footer(R"(
Examples:
  cd ~/notes && answers init           # from now on every search below ~/notes
  answers init notes/ faq.md           # of these alone

The index is the folder .answers; a search below it finds it as git finds its
.git. A file .answersignore says what is to be left out, as .gitignore does.)");
    auto reading = std::make_shared<Reading>();
    reading->add_to(*command);
    command->callback([typed, reading, &exit_code] {
      reading->take();
      typed->sections = reading->sections;
      exit_code = run_init(*typed, std::cerr);
    });
  }
  {
    auto* command = app.add_subcommand("collections", "List, add, remove, rename what is indexed");
    command->group("Collect");
    auto typed = std::make_shared<CollectionsCommand>();
    command->add_option("ACTION", typed->action, "add, remove or rename; none: list them");
    command->add_option("PATH", typed->paths, "Of which; to rename, the old one and the new one");
    command->add_flag("--json", typed->json, "List them in JSON");
    add_index_option(*command, typed->index);
    auto reading = std::make_shared<Reading>();
    reading->add_to(*command);
    command->footer(R"(
Examples:
  answers collections                  # what is indexed, and what of it is gone
  answers collections add faq.md
  answers collections remove faq.md)");
    command->callback([typed, reading, &exit_code] {
      const auto& action = typed->action;
      if (!action.empty() && action != "add" && action != "remove" && action != "rename")
        throw CLI::ValidationError("ACTION", "'" + action + "' is none of add, remove or rename");
      const std::size_t paths = typed->paths.size();
      if (action == "rename" && paths != 2)
        throw CLI::ValidationError("PATH", "to rename takes two, the old one and the new one");
      if (!action.empty() && paths == 0) throw CLI::RequiredError("PATH");
      std::signal(SIGPIPE, SIG_IGN);
      reading->take();
      exit_code = run_collections(*typed, std::cout, std::cerr);
    });
  }
  {
    auto* command = app.add_subcommand("watch", "Keep the index up to date while files change");
    command->group("Collect");
    auto typed = std::make_shared<IndexCommand>();
    auto reading = std::make_shared<Reading>();
    add_index_options(*command, *typed, *reading);
    command->footer(R"(
Examples:
  answers watch notes/                 # until Ctrl-C
  answers watch -q --log watch.log &   # all collections, in the background)");
    command->callback([typed, reading, &exit_code] {
      std::signal(SIGPIPE, SIG_IGN);
      reading->take();
      typed->sections = reading->sections;
      exit_code = run_watch(*typed, std::cerr);
    });
  }
  {
    auto* command = app.add_subcommand("check", "Verify the index, and mend it");
    command->group("Collect");
    auto typed = std::make_shared<CheckCommand>();
    add_index_option(*command, typed->index);
    command->add_flag("--repair", typed->repair,
                      "Go back to the last good generation, or build it anew");
    command->footer(R"(
Examples:
  answers check
  answers check --repair)");
    auto reading = std::make_shared<Reading>();
    reading->add_to(*command);
    command->callback([typed, reading, &exit_code] {
      reading->take();
      exit_code = run_check(*typed, std::cout, std::cerr);
    });
  }
  {
    auto* command = app.add_subcommand("read", "Print the records of collections as JSON lines");
    command->group("Collect");
    auto options = std::make_shared<ReadOptions>();
    command->add_option("PATH", options->paths, "Files or folders, - for standard input")
        ->required();
    command->add_flag("--explain", options->explain, "Say which shape was seen where, and why");
    command->add_flag("--unanswered", options->unanswered, "Print the questions without an answer");
    auto reading = std::make_shared<Reading>();
    reading->add_to(*command);
    command->footer(R"(
Examples:
  answers read faq.md                  # the questions and answers that it sees
  answers read --explain faq.md        # and why it sees them so)");
    command->callback([options, reading, &exit_code] {
      reading->take();
      options->sections = reading->sections;
      exit_code = run_read(*options, std::cout, std::cerr);
    });
  }
}

}  // namespace answers
