#include "indexer/commands/commands.h"
#include "searcher/commands/command_groups.h"
#include "searcher/commands/quiz_command.h"
#include "searcher/commands/shared_options.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>

namespace answers {

void add_quiz(CLI::App& app, int& exit_code) {
  auto* command = app.add_subcommand("quiz", "Learn the answers: think, look, grade yourself");
  command->group("Study");
  auto typed = std::make_shared<QuizCommand>();
  command->add_option("QUERY", typed->words,
                      "Only questions that a search for it finds; else all of the index");
  add_number(*command, "-n,--limit", typed->options.limit, "Ask at most N questions [20]");
  command->add_flag("--due", typed->options.due_only, "Only what was asked before and is due");
  command->add_flag("--suspended", typed->options.suspended,
                    "Only what was suspended; a grade brings it back");
  command->add_flag("--count", typed->count,
                    "Say how many questions are due, and ask nothing: for a shell's prompt");
  command->add_flag("--stats", typed->stats, "Say how things stand, and ask nothing");
  add_json_option(*command, typed->json, "Of --stats: text or json [text]");
  add_index_option(*command, typed->index);
  add_color_option(*command, typed->color);
  command->footer(R"(
Examples:
  answers quiz                       # what is due, then what was never asked
  answers quiz section:vectors -n 5
  answers quiz --due
  answers quiz --stats

Grades decide when a question comes back (FSRS-6). They are kept in
$XDG_STATE_HOME/answers/reviews.jsonl, never in the index.)");
  command->callback([typed, &exit_code] { exit_code = run_quiz(*typed, std::cout, std::cerr); });
}

}  // namespace answers
