#include "indexer/commands/commands.h"
#include "searcher/commands/command_groups.h"
#include "searcher/commands/open_command.h"
#include "searcher/commands/pick_command.h"
#include "searcher/commands/related_command.h"
#include "searcher/commands/search_command.h"
#include "searcher/commands/shared_options.h"
#include "searcher/commands/show_command.h"
#include "searcher/commands/suggest_command.h"
#include "searcher/ranking/facets.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>
#include <string>

namespace answers {

void add_search(CLI::App& app, int& exit_code) {
  static const Choices<Order> orders = {{"relevance", Order::relevance},
                                        {"votes", Order::votes},
                                        {"date", Order::date},
                                        {"question", Order::question},
                                        {"path", Order::path}};
  auto* command = app.add_subcommand("search", "Find the answers to a query, best first");
  command->group("Find");
  auto typed = std::make_shared<SearchCommand>();
  command->add_option(
      "QUERY", typed->words,
      "Words, \"a phrase\", +must, -not, word*, field:value; a lone - reads the query "
      "from standard input");
  command
      ->add_flag("--literal", typed->search.literal,
                 "The words as they are typed: no syntax, no synonyms, no other spelling")
      ->group("Words");
  command
      ->add_flag("--strict-query", typed->search.strict,
                 "Exit 2 where the syntax is broken, and say where")
      ->group("Words");
  add_filter_options(*command, typed->search.filters, typed->paths);
  add_number(*command, "-n,--limit", typed->search.limit, "At most N hits [10]")->group("Hits");
  add_number(*command, "--offset", typed->search.offset, "Leave out the N hits before them")
      ->group("Hits");
  command
      ->add_option("--sort", typed->search.order,
                   "relevance, votes, date, question or path [relevance]")
      ->transform(one_of(orders))
      ->type_name("BY")
      ->group("Hits");
  command->add_flag("--count", typed->print.count, "In place of hits: how many records match")
      ->group("Hits");
  command
      ->add_option_function<std::string>(
          "--facets",
          [typed](const std::string& names) {
            typed->search.facets =
                parse_list("--facets", names, {facet_fields().begin(), facet_fields().end()});
          },
          "In place of hits (in json beside them): how many of the records that match have which "
          "tag, section, source, difficulty or lang")
      ->type_name("A,B")
      ->group("Hits");
  command
      ->add_flag("--explain", typed->search.explain,
                 "What each word gave in each field, what the second stage made of it")
      ->group("Why");
  command
      ->add_option("--explain-vs", typed->explain_against,
                   "In place of hits: why the first one stands above the record ID")
      ->type_name("ID")
      ->group("Why");
  add_print_options(*command, typed->print, typed->color);
  command
      ->add_flag(
          "--batch", typed->batch,
          "Many queries from standard input, a line each: the query, 'qid TAB query', or JSON "
          "with \"qid\" and \"query\"")
      ->group("Output");
  command->add_option("--run-name", typed->print.run_name, "The last column of trec [answers]")
      ->type_name("NAME")
      ->group("Output");
  command
      ->add_flag("!--no-pager", typed->pager,
                 "Print all at once; else $ANSWERS_PAGER, $PAGER or less shows what is taller "
                 "than the terminal")
      ->group("Output");
  command->add_flag("--no-match-ok", typed->no_match_ok, "Exit 0 although nothing was found")
      ->group("Output");
  add_indexes_option(*command, typed->indexes, true);
  command->footer(R"(
Examples:
  answers search why does dropout help
  answers search '"bias variance" -regression tag:trees'
  answers search pca -n 3 --format json
  answers search svd --format tsv --fields id,question
  answers search svd --explain -n 1
  answers search --batch --format jsonl --fields id,question < queries.txt
  answers search --batch --format trec < topics.tsv > run.txt
  answers search --facets tag,section       # what there is to filter by
  answers search --sort date -n 5           # of all records, the newest
  answers search svd --short         # a line a hit; then: answers show 2
  vim -q <(answers search svd --format vimgrep)
  make 2>&1 | answers search -

On a terminal that knows links, a place is one that opens the file. In what,
says ANSWERS_EDITOR_URI='vscode://file/{path}:{line}'.)");
  command->callback([typed, &exit_code] {
    const bool lists_all = typed->print.count || !typed->search.facets.empty() ||
                           typed->search.order != Order::relevance;
    if (typed->words.empty() && !typed->batch && typed->search.filters.empty() &&
        typed->paths.empty() && !lists_all) {
      throw CLI::RequiredError("QUERY");
    }
    if (!typed->print.fields.empty() && typed->print.format == Format::text)
      throw CLI::ValidationError("--fields", "is for --format json, jsonl and tsv");
    if (typed->batch && !typed->words.empty()) {
      throw CLI::ValidationError(
          "--batch",
          "takes its queries from standard input, a line each: --batch < " + typed->words.front());
    }
    typed->search.exact_total = typed->print.count;
    if (typed->print.count) typed->search.limit = 0;
    exit_code = run_search(*typed, std::cin, std::cout, std::cerr);
  });
}

void add_show(CLI::App& app, int& exit_code) {
  auto* command = app.add_subcommand("show", "Print whole records");
  command->group("Find");
  auto typed = std::make_shared<ShowCommand>();
  command
      ->add_option("ID", typed->ids,
                   "Ids as a search prints them; any unique beginning will do; 1, 2 …: hits of the "
                   "last search in this terminal")
      ->required();
  command->add_flag("--all", typed->all, "All answers to the question, of a whole id as well");
  command->add_flag("--context", typed->context,
                    "Before it what stands before it under the same heading; of a conversation "
                    "the turns before");
  command->add_flag("--raw", typed->raw, "The answer as it was written, and nothing else");
  add_json_option(*command, typed->json);
  command->add_flag("!--no-pager", typed->pager,
                    "Print all at once; else $ANSWERS_PAGER, $PAGER or less shows what is taller "
                    "than the terminal");
  add_indexes_option(*command, typed->indexes, false);
  add_color_option(*command, typed->color);
  command->footer(R"(
Examples:
  answers show 7k3v9x2
  answers show 1                     # the first hit of the last search
  answers show --context 1           # what was said before it
  answers show --raw 7k3v9x2 > answer.md
  answers show --format json 7k3v9x2)");
  command->callback([typed, &exit_code] { exit_code = run_show(*typed, std::cout, std::cerr); });
}

void add_open(CLI::App& app, int& exit_code) {
  auto* command = app.add_subcommand("open", "Open a record's file in the editor, at its line");
  command->group("Find");
  auto typed = std::make_shared<OpenCommand>();
  command
      ->add_option("ID", typed->id,
                   "Its id as a search prints it; any unique beginning will do; 1, 2 …: a hit of "
                   "the last search in this terminal")
      ->required();
  add_index_option(*command, typed->index);
  command->footer(R"(
Examples:
  answers open 1                     # the first hit of the last search
  EDITOR='code --wait' answers open 7k3v9x2

The editor is $VISUAL, $EDITOR or vi.)");
  command->callback([typed, &exit_code] { exit_code = run_open(*typed, std::cerr); });
}

void add_pick(CLI::App& app, int& exit_code) {
  auto* command = app.add_subcommand("pick", "Search while you type, and print the id you choose");
  command->group("Find");
  auto typed = std::make_shared<PickCommand>();
  command->add_option("QUERY", typed->words, "What to begin with");
  command->add_flag("--read", typed->reads, "Enter shows the record, and no id is printed");
  add_index_option(*command, typed->index);
  add_color_option(*command, typed->color);
  command->footer(R"(
Examples:
  answers                            # search and read
  answers show $(answers pick)
  answers open $(answers pick dropout)

Arrows choose a hit, Enter takes it, Tab lists what one can filter by, Ctrl-O
opens its file in the editor, Esc leaves.)");
  command->callback([typed, &exit_code] { exit_code = run_pick(*typed, std::cout, std::cerr); });
}

void add_related(CLI::App& app, int& exit_code) {
  auto* command = app.add_subcommand("related", "Questions near one that you have");
  command->group("Find");
  auto typed = std::make_shared<RelatedCommand>();
  command
      ->add_option("ID", typed->id,
                   "Its id as a search prints it; any unique beginning will do; 1, 2 …: a hit of "
                   "the last search in this terminal")
      ->required();
  add_number(*command, "-n,--limit", typed->limit, "Show at most this many [10]");
  add_indexes_option(*command, typed->indexes, false);
  add_print_options(*command, typed->print, typed->color);
  command->footer(R"(
Examples:
  answers related 7k3v9x2
  answers related 7k3v9x2 --format tsv -n 3)");
  command->callback([typed, &exit_code] { exit_code = run_related(*typed, std::cout, std::cerr); });
}

void add_suggest(CLI::App& app, int& exit_code) {
  using Form = SuggestCommand::Form;
  static const Choices<Form> forms = {
      {"text", Form::text}, {"json", Form::json}, {"tsv", Form::tsv}};
  auto* command = app.add_subcommand("suggest", "Words and questions that begin as typed");
  command->group("Find");
  auto typed = std::make_shared<SuggestCommand>();
  command->add_option("PREFIX", typed->words, "The beginning of a query")->required();
  add_number(*command, "-n,--limit", typed->limit, "At most N words and N questions [10]");
  add_format_option(*command, typed->form, forms, "text, json or tsv [text]");
  add_indexes_option(*command, typed->indexes, false);
  command->footer(R"(
Examples:
  answers suggest regul
  answers suggest why does dro
  answers suggest 'gradient ' -n 3 --format json)");
  command->callback([typed, &exit_code] { exit_code = run_suggest(*typed, std::cout, std::cerr); });
}

}  // namespace answers
