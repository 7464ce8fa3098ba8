#include "indexer/commands/commands.h"
#include "indexer/commands/typed_numbers.h"
#include "searcher/commands/command_groups.h"
#include "searcher/commands/command_line.h"
#include "searcher/commands/completion.h"
#include "searcher/commands/eval_command.h"
#include "searcher/commands/shared_options.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>
#include <string>

namespace answers {

void add_eval(CLI::App& app, int& exit_code) {
  auto* command = app.add_subcommand("eval", "Measure the ranking by judged queries");
  command->group("Set up");
  auto typed = std::make_shared<EvalCommand>();
  command
      ->add_option("QUERIES", typed->queries,
                   "A file as search --batch reads it: 'qid TAB query'; - standard input")
      ->required();
  command->add_option("QRELS", typed->qrels, "What was judged: 'qid 0 id grade', as TREC has it")
      ->required();
  command->add_option("--run", typed->run, "Take the hits from a TREC run instead of searching")
      ->type_name("FILE")
      ->group("Runs");
  command
      ->add_option("--against", typed->against,
                   "Compare with another run: differences with 95 % intervals of a paired "
                   "bootstrap, and the queries that got worse and better")
      ->type_name("RUN")
      ->group("Runs");
  add_number(*command, "-n,--limit", typed->depth, "Look at the first N hits of a query [100]")
      ->group("Runs");
  takes_decimal(command->add_option("--fail-below", typed->floor, "Exit 1 if nDCG@10 is below X"),
                0, 1)
      ->type_name("X")
      ->group("Output");
  command
      ->add_flag("--kinds", typed->kinds,
                 "nDCG@10 of each kind of query: what its id has before the first '-'")
      ->group("Output");
  add_number(*command, "--worst", typed->named, "Name at most N queries in each list [10]")
      ->group("Output");
  add_json_option(*command, typed->json);
  add_indexes_option(*command, typed->indexes, false);
  command->footer(R"(
Examples:
  answers eval queries.tsv qrels.tsv
  answers search --batch --format trec -n 100 < queries.tsv > before.run
  answers eval queries.tsv qrels.tsv --against before.run
  answers eval queries.tsv qrels.tsv --fail-below 0.65 --format json

nDCG@10 (linear gain), MRR@10, R@100 and MAP as trec_eval defines them, in the
mean of the queries for which something is judged relevant.)");
  command->callback(
      [typed, &exit_code] { exit_code = run_eval(*typed, std::cin, std::cout, std::cerr); });
}

void add_completion(CLI::App& app) {
  auto* command = app.add_subcommand("completion", "A script that makes a shell complete answers");
  command->group("Set up");
  auto shell = std::make_shared<std::string>();
  command->add_option("SHELL", *shell, "bash, zsh or fish")
      ->required()
      ->check([](const std::string& typed) {
        return completion_script(typed).empty() ? none_of(typed, {"bash", "zsh", "fish"}) : "";
      });
  command->footer(R"(
Examples:
  answers completion bash > ~/.local/share/bash-completion/completions/answers
  answers completion zsh > ~/.zfunc/_answers
  answers completion fish > ~/.config/fish/completions/answers.fish)");
  command->callback([shell] { std::cout << completion_script(*shell); });
}

}  // namespace answers
