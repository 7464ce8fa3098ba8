#include "searcher/commands.h"

#include "searcher/related_command.h"
#include "searcher/search_command.h"
#include "searcher/show_command.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <map>
#include <memory>
#include <string>

namespace answers {
namespace {

void add_color_option(CLI::App& command, ColorChoice& color) {
  static const std::map<std::string, ColorChoice> choices = {{"auto", ColorChoice::automatic},
                                                             {"always", ColorChoice::always},
                                                             {"never", ColorChoice::never}};
  command.add_option("--color", color, "auto, always or never")
      ->transform(CLI::CheckedTransformer(choices).description(""))
      ->type_name("WHEN");
}

const std::map<std::string, Format>& formats() {
  static const std::map<std::string, Format> names = {
      {"text", Format::text}, {"json", Format::json},   {"jsonl", Format::jsonl},
      {"tsv", Format::tsv},   {"paths", Format::paths}, {"trec", Format::trec}};
  return names;
}

void add_search(CLI::App& app, int& exit_code) {
  auto* command = app.add_subcommand("search", "Find the answers to a query, best first");
  command->group("Find");
  auto typed = std::make_shared<SearchCommand>();
  command->add_option(
      "QUERY", typed->words,
      "Words, \"a phrase\", +must, -not, field:value; - reads it from standard input");
  command->add_option("-n,--limit", typed->search.limit, "Show at most this many hits [10]")
      ->type_name("N");
  command->add_option("--offset", typed->search.offset, "Leave out this many hits before them")
      ->type_name("N");
  command->add_option("--format", typed->format, "text, json, jsonl, tsv, paths or trec")
      ->transform(CLI::CheckedTransformer(formats()).description(""))
      ->type_name("FORM");
  command->add_flag("-0,--null", typed->null_separated,
                    "With --format paths: end each path with a NUL byte");
  command->add_flag("--batch", typed->batch,
                    "Many queries from standard input, 'qid TAB query' a line");
  command->add_flag("--no-match-ok", typed->no_match_ok, "Exit 0 although nothing was found");
  command->add_option("--index", typed->index, "The folder of the index")->type_name("DIR");
  add_color_option(*command, typed->color);
  command->footer(R"(
Examples:
  answers search why does dropout help
  answers search '"bias variance" -regression tag:trees'
  answers search pca --format json -n 3
  answers search --batch --format trec < topics.tsv > run.txt
  make 2>&1 | answers search -)");
  command->callback([command, typed, &exit_code] {
    if (typed->words.empty() && !typed->batch) {
      throw CLI::RequiredError("QUERY");
    }
    exit_code = run_search(*typed, std::cin, std::cout, std::cerr);
  });
}

void add_show(CLI::App& app, int& exit_code) {
  auto* command = app.add_subcommand("show", "Print whole records");
  command->group("Find");
  auto typed = std::make_shared<ShowCommand>();
  command->add_option("ID", typed->ids, "Ids as a search prints them; any unique beginning will do")
      ->required();
  command->add_flag("--raw", typed->raw, "The answer as it was written, and nothing else");
  command->add_option("--index", typed->index, "The folder of the index")->type_name("DIR");
  add_color_option(*command, typed->color);
  command->footer(R"(
Examples:
  answers show 7k3v9x2
  answers show --raw 7k3v9x2 > answer.md)");
  command->callback([typed, &exit_code] { exit_code = run_show(*typed, std::cout, std::cerr); });
}

void add_related(CLI::App& app, int& exit_code) {
  auto* command = app.add_subcommand("related", "Questions near one that you have");
  command->group("Find");
  auto typed = std::make_shared<RelatedCommand>();
  command->add_option("ID", typed->id, "Its id as a search prints it; any unique beginning will do")
      ->required();
  command->add_option("-n,--limit", typed->limit, "Show at most this many [10]")->type_name("N");
  command->add_option("--format", typed->format, "text, json, jsonl, tsv, paths or trec")
      ->transform(CLI::CheckedTransformer(formats()).description(""))
      ->type_name("FORM");
  command->add_option("--index", typed->index, "The folder of the index")->type_name("DIR");
  add_color_option(*command, typed->color);
  command->footer(R"(
Examples:
  answers related 7k3v9x2
  answers related 7k3v9x2 --format tsv -n 3)");
  command->callback([typed, &exit_code] { exit_code = run_related(*typed, std::cout, std::cerr); });
}

}  // namespace

void add_searcher_commands(CLI::App& app, int& exit_code) {
  add_search(app, exit_code);
  add_show(app, exit_code);
  add_related(app, exit_code);
}

}  // namespace answers
