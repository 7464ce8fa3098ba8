#include "searcher/commands/commands.h"

#include "indexer/commands/commands.h"
#include "indexer/commands/status_command.h"
#include "indexer/commands/typed_numbers.h"
#include "searcher/commands/command_line.h"
#include "searcher/commands/completion.h"
#include "searcher/commands/config_command.h"
#include "searcher/commands/configuration.h"
#include "searcher/commands/dupes_command.h"
#include "searcher/commands/eval_command.h"
#include "searcher/commands/export_command.h"
#include "searcher/commands/mcp_command.h"
#include "searcher/commands/open_command.h"
#include "searcher/commands/quiz_command.h"
#include "searcher/commands/related_command.h"
#include "searcher/commands/search_command.h"
#include "searcher/commands/serve_command.h"
#include "searcher/commands/show_command.h"
#include "searcher/commands/suggest_command.h"
#include "searcher/commands/topics_command.h"
#include "searcher/display/hit_fields.h"
#include "searcher/ranking/facets.h"
#include "searcher/serving/search_request.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace answers {
namespace {

/// The values of an option by their names, in the order in which people are told of them.
template <class Value>
using Choices = std::vector<std::pair<std::string, Value>>;

/// The name becomes the number that CLI11 reads an enumerator from. `choices` must outlive it.
template <class Value>
CLI::Validator one_of(const Choices<Value>& choices) {
  const auto choose = [&choices](std::string& typed) {
    std::vector<std::string> names;
    for (const auto& [name, value] : choices) {
      if (name == typed) {
        typed = std::to_string(static_cast<int>(value));
        return std::string();
      }
      names.push_back(name);
    }
    return none_of(typed, names);
  };
  return CLI::Validator(choose, "");
}

void add_color_option(CLI::App& command, ColorChoice& color) {
  static const Choices<ColorChoice> choices = {{"auto", ColorChoice::automatic},
                                               {"always", ColorChoice::always},
                                               {"never", ColorChoice::never}};
  command.add_option("--color", color, "auto, always or never")
      ->transform(one_of(choices))
      ->type_name("WHEN");
}

/// The version of the forms that programs read: JSON, TSV, TREC.
constexpr std::size_t format_version = 1;

/// Throws CLI::RuntimeError with the exit code of a version that is not ours.
void add_format_version(CLI::App& command) {
  auto* option = command.add_option_function<std::size_t>(
      "--format-version",
      [](std::size_t wanted) {
        if (wanted == format_version) return;
        std::cerr << "answers: the output has format version " << format_version << "; version "
                  << wanted << " is not known\n";
        throw CLI::RuntimeError(wanted < format_version ? 20 : 21);  // as notmuch does
      },
      "Exit 20 or 21 if the output is no longer, or not yet, of version N [1]");
  takes_whole_number(option)->type_name("N")->group("Output");
}

std::string names_of_hit_fields() {
  std::string names;
  for (const HitField& field : hit_fields()) {
    names += (names.empty() ? "" : ", ") + std::string(field.name);
  }
  return names;
}

/// "id,score" -> its parts. Throws CLI::ValidationError of `flag` with the one that is none of
/// `known`.
std::vector<std::string> parse_list(const std::string& flag, std::string_view list,
                                    const std::vector<std::string>& known) {
  std::vector<std::string> parts;
  while (true) {
    const auto comma = std::min(list.find(','), list.size());
    parts.emplace_back(list.substr(0, comma));
    if (std::ranges::find(known, parts.back()) == known.end())
      throw CLI::ValidationError(flag, none_of(parts.back(), known));
    if (comma == list.size()) return parts;
    list.remove_prefix(comma + 1);
  }
}

std::vector<const HitField*> parse_fields(std::string_view names) {
  std::vector<std::string> known;
  for (const HitField& one : hit_fields()) known.emplace_back(one.name);
  std::vector<const HitField*> fields;
  for (const auto& name : parse_list("--fields", names, known))
    fields.push_back(find_hit_field(name));
  return fields;
}

const Choices<Format>& formats() {
  static const Choices<Format> names = {{"text", Format::text},   {"json", Format::json},
                                        {"jsonl", Format::jsonl}, {"tsv", Format::tsv},
                                        {"paths", Format::paths}, {"vimgrep", Format::vimgrep},
                                        {"trec", Format::trec}};
  return names;
}

/// `--format`, one of `forms` by its name, `--json` where that is one, and `--format-version`.
/// `forms` must outlive the command.
template <class Form>
void add_format_option(CLI::App& command, Form& form, const Choices<Form>& forms,
                       const std::string& help) {
  command.add_option("--format", form, help)
      ->transform(one_of(forms))
      ->type_name("FORM")
      ->group("Output");
  for (const auto& [name, value] : forms) {
    if (name != "json") continue;
    command
        .add_flag_callback(
            "--json", [&form, json = value] { form = json; }, "The same as --format json")
        ->group("Output");
  }
  add_format_version(command);
}

void add_json_option(CLI::App& command, bool& json,
                     const std::string& help = "text or json [text]") {
  static const Choices<bool> forms = {{"text", false}, {"json", true}};
  add_format_option(command, json, forms, help);
}

CLI::Option* add_number(CLI::App& command, const std::string& name, std::size_t& number,
                        const std::string& help) {
  return takes_whole_number(command.add_option(name, number, help))->type_name("N");
}

/// How results are printed: alike for every command that prints them.
void add_print_options(CLI::App& command, PrintOptions& print, ColorChoice& color) {
  add_format_option(command, print.format, formats(),
                    "text, json, jsonl, tsv, paths, vimgrep or trec [text]");
  command
      .add_option_function<std::string>(
          "--fields", [&print](const std::string& names) { print.fields = parse_fields(names); },
          "Of each hit in json, jsonl, tsv: " + names_of_hit_fields())
      ->type_name("A,B")
      ->group("Output");
  command.add_flag("--short", print.is_short, "Of text: a line a hit")->group("Output");
  command
      .add_flag("-0,--null", print.null_separated,
                "A NUL byte ends each line of tsv and paths, and paths come without line numbers")
      ->group("Output");
  add_number(command, "--max-chars", print.max_chars,
             "Print no more than N characters: as many whole hits as go into them")
      ->group("Output");
  add_color_option(command, color);
}

/// Flags that become the filters of a query: --tag "a b" is tag:"a b".
void add_filter_options(CLI::App& command, std::string& filters, std::vector<std::string>& paths) {
  static constexpr struct {
    const char* flag;
    const char* field;
    const char* value;
    const char* describes;
  } table[] = {
      {"--tag", "tag", "TAG", "Only records with this tag"},
      {"--section", "section", "TOPIC", "… below this heading"},
      {"--source", "source", "NAME", "… from this source"},
      {"--difficulty", "difficulty", "LEVEL", "… of this difficulty"},
      {"--lang", "lang", "CODE", "… in this language"},
      {"--votes", "votes", "A..B", "… with so many votes: 3.., ..10, 3..10"},
  };
  const auto is_range = [](const std::string& text) {
    return is_range_of_votes(text)
               ? std::string()
               : "'" + text + "' is no range of votes such as 3.., ..10 or 3..10";
  };
  for (const auto& row : table) {
    const bool is_votes = std::string_view(row.field) == "votes";
    command
        .add_option_function<std::vector<std::string>>(
            row.flag,
            [&filters, field = std::string(row.field)](const std::vector<std::string>& values) {
              for (const std::string& value : values) add_filter(filters, field, value);
            },
            row.describes)
        ->check(is_votes ? CLI::Validator(is_range, "") : CLI::Validator())
        ->type_name(row.value)
        ->allow_extra_args(false)
        ->take_all()
        ->group("Filters");
  }
  command.add_option("--path", paths, "… of this file, or below this folder")
      ->type_name("PATH")
      ->allow_extra_args(false)
      ->take_all()
      ->group("Filters");
  command
      .add_flag_callback(
          "--accepted", [&filters] { filters += " is:accepted"; },
          "… marked as the accepted answer")
      ->group("Filters");
}

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
  add_index_option(*command, typed->index);
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
  command->callback([command, typed, &exit_code] {
    const bool lists_all = typed->print.count || !typed->search.facets.empty() ||
                           typed->search.order != Order::relevance;
    if (typed->words.empty() && !typed->batch && typed->search.filters.empty() &&
        typed->paths.empty() && !lists_all) {
      throw CLI::RequiredError("QUERY");
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
  command->add_flag("--raw", typed->raw, "The answer as it was written, and nothing else");
  add_json_option(*command, typed->json);
  command->add_flag("!--no-pager", typed->pager,
                    "Print all at once; else $ANSWERS_PAGER, $PAGER or less shows what is taller "
                    "than the terminal");
  add_index_option(*command, typed->index);
  add_color_option(*command, typed->color);
  command->footer(R"(
Examples:
  answers show 7k3v9x2
  answers show 1                     # the first hit of the last search
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

void add_related(CLI::App& app, int& exit_code) {
  auto* command = app.add_subcommand("related", "Questions near one that you have");
  command->group("Find");
  auto typed = std::make_shared<RelatedCommand>();
  command->add_option("ID", typed->id, "Its id as a search prints it; any unique beginning will do")
      ->required();
  add_number(*command, "-n,--limit", typed->limit, "Show at most this many [10]");
  add_index_option(*command, typed->index);
  add_print_options(*command, typed->print, typed->color);
  command->footer(R"(
Examples:
  answers related 7k3v9x2
  answers related 7k3v9x2 --format tsv -n 3)");
  command->callback([typed, &exit_code] { exit_code = run_related(*typed, std::cout, std::cerr); });
}

void add_quiz(CLI::App& app, int& exit_code) {
  auto* command = app.add_subcommand("quiz", "Learn the answers: think, look, grade yourself");
  command->group("Study");
  auto typed = std::make_shared<QuizCommand>();
  command->add_option("QUERY", typed->words,
                      "Only questions that a search for it finds; else all of the index");
  add_number(*command, "-n,--limit", typed->options.limit, "Ask at most N questions [20]");
  command->add_flag("--due", typed->options.due_only, "Only what was asked before and is due");
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

void add_export(CLI::App& app, int& exit_code) {
  static const Choices<ExportFormat> formats = {{"jsonl", ExportFormat::jsonl},
                                                {"anki", ExportFormat::anki},
                                                {"csv", ExportFormat::csv},
                                                {"md", ExportFormat::md},
                                                {"site", ExportFormat::site}};
  auto* command = app.add_subcommand(
      "export", "Print records: JSON lines, cards for Anki, CSV, Markdown; a site");
  command->group("Collect");
  auto typed = std::make_shared<ExportCommand>();
  command->add_option(
      "QUERY", typed->words,
      "Only records that match it; else all of the index. Before it, of a site, its "
      "folder");
  add_filter_options(*command, typed->filters, typed->paths);
  add_format_option(*command, typed->format, formats, "jsonl, anki, csv, md or site [jsonl]");
  command->add_flag("--raw", typed->raw,
                    "CSV cells as they are; else an apostrophe comes before = + - @, which a "
                    "spreadsheet would run as a formula");
  add_index_option(*command, typed->index);
  command->footer(R"(
Examples:
  answers export > backup.jsonl             # index it again: the same records
  answers export --format anki > deck.txt   # for Anki's File > Import
  answers export --tag trees --format md    # what a search finds
  answers export --format csv > table.csv
  answers export --format site public       # for any web host, without a server)");
  command->callback([typed, &exit_code] { exit_code = run_export(*typed, std::cout, std::cerr); });
}

void add_dupes(CLI::App& app, int& exit_code) {
  using Form = DupesCommand::Form;
  static const Choices<Form> forms = {
      {"text", Form::text}, {"json", Form::json}, {"jsonl", Form::jsonl}, {"tsv", Form::tsv}};
  auto* command = app.add_subcommand("dupes", "Questions that are probably asked twice");
  command->group("Collect");
  auto typed = std::make_shared<DupesCommand>();
  takes_decimal(command->add_option("--min", typed->least_similarity,
                                    "How similar they must be: 1 is the same words [0.7]"),
                0.2, 1)
      ->type_name("SHARE");
  add_number(*command, "-n,--limit", typed->limit, "At most N groups and N contrasts [all]");
  add_format_option(*command, typed->form, forms, "text, json, jsonl or tsv [text]");
  add_index_option(*command, typed->index);
  add_color_option(*command, typed->color);
  command->footer(R"(
Examples:
  answers dupes
  answers dupes --min 0.8 --format tsv

Nothing is merged. Pairs that differ by an opposite, a negation, a number or a
name (with/without, L1/L2) are shown apart: they ask different things.)");
  command->callback([typed, &exit_code] { exit_code = run_dupes(*typed, std::cout, std::cerr); });
}

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
  add_index_option(*command, typed->index);
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

/// The indexer's status, and what only the searcher knows.
void add_status(CLI::App& app, int& exit_code) {
  auto* command = app.add_subcommand("status", "Say what the index holds and how fresh it is");
  command->group("Collect");
  auto typed = std::make_shared<StatusCommand>();
  auto topics = std::make_shared<TopicsCommand>();
  add_index_option(*command, typed->index);
  command->add_flag("--acronyms", typed->acronyms,
                    "List the abbreviations learnt from the text: short, long, records");
  command->add_flag("-v,--verbose", typed->verbose, "Name the files that changed since");
  auto about = std::make_shared<bool>(false);
  command->add_flag("--topics", *about,
                    "Say what it is about instead: sections and tags with their "
                    "telling words, what has no answer, which searches found nothing");
  add_number(*command, "-n,--limit", topics->limit, "Of --topics: at most N of each kind [20]");
  add_json_option(*command, typed->json);
  command->footer(R"(
Examples:
  answers status
  answers status -v            # which files have changed since
  answers status --topics      # what it covers and what it lacks)");
  command->callback([typed, topics, about, &exit_code] {
    topics->index = typed->index;
    topics->json = typed->json;
    exit_code = *about ? run_topics(*topics, std::cout, std::cerr)
                       : run_status(*typed, std::cout, std::cerr);
  });
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
  add_index_option(*command, typed->index);
  command->footer(R"(
Examples:
  answers suggest regul
  answers suggest why does dro
  answers suggest 'gradient ' -n 3 --format json)");
  command->callback([typed, &exit_code] { exit_code = run_suggest(*typed, std::cout, std::cerr); });
}

void add_serve(CLI::App& app, int& exit_code) {
  auto* command = app.add_subcommand("serve", "Search in a browser, and an API for programs");
  command->group("Serve");
  auto typed = std::make_shared<ServeCommand>();
  command->add_option("--listen", typed->listen, "Where: HOST:PORT [127.0.0.1:7700]")
      ->type_name("ADDRESS");
  command->add_option("--socket", typed->socket, "A socket in the file system, for a proxy")
      ->type_name("PATH");
  command
      ->add_option("--token-file", typed->token_file,
                   "Only who gives the first line of FILE may ask: as a bearer token, or as the "
                   "password of any user")
      ->type_name("FILE")
      ->group("Access");
  command
      ->add_option("--allow-host", typed->hosts,
                   "A name by which it may be called, besides those of this machine")
      ->type_name("NAME")
      ->allow_extra_args(false)
      ->group("Access");
  command
      ->add_option("--allow-origin", typed->origins,
                   "Pages of this origin may read the API, such as https://docs.example.org")
      ->type_name("ORIGIN")
      ->allow_extra_args(false)
      ->group("Access");
  add_index_option(*command, typed->index);
  command->footer(R"(
Examples:
  answers serve                             # then open http://127.0.0.1:7700/
  answers serve --listen 127.0.0.1:8080
  answers serve --socket /run/answers.sock  # behind nginx or Caddy

Ctrl-C or SIGTERM ends it, after what runs. A new generation of the index is
taken up by itself. /api/openapi.json tells what programs can ask.)");
  command->callback([typed, &exit_code] { exit_code = run_serve(*typed, std::cerr); });
}

void add_mcp(CLI::App& app, int& exit_code) {
  auto* command = app.add_subcommand("mcp", "Answer an assistant (Model Context Protocol)");
  command->group("Serve");
  auto typed = std::make_shared<McpCommand>();
  add_index_option(*command, typed->index);
  command->footer(R"(
Examples:
  claude mcp add answers -- answers mcp
  answers mcp --index ~/notes/.answers

A client starts it, and speaks JSON with it on standard input and output. It has
the tools search, get, related and status, and ends when its input ends.)");
  command->callback([typed, &exit_code] { exit_code = run_mcp(*typed, std::cout, std::cerr); });
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

}  // namespace

void add_searcher_commands(CLI::App& app, int& exit_code) {
  add_search(app, exit_code);
  add_show(app, exit_code);
  add_open(app, exit_code);
  add_related(app, exit_code);
  add_quiz(app, exit_code);
  add_export(app, exit_code);
  add_dupes(app, exit_code);
  add_status(app, exit_code);
  add_suggest(app, exit_code);
  add_serve(app, exit_code);
  add_mcp(app, exit_code);
  add_eval(app, exit_code);
  add_completion(app);
}

bool add_command_in_a_hurry(CLI::App& app, int& exit_code, std::string_view name) {
  static constexpr struct {
    std::string_view name;
    void (*add)(CLI::App&, int&);
  } table[] = {{"search", add_search}, {"suggest", add_suggest}, {"show", add_show},
               {"open", add_open},     {"related", add_related}, {"mcp", add_mcp}};
  for (const auto& [known, add] : table) {
    if (known != name) continue;
    add(app, exit_code);
    return true;
  }
  return false;
}

void add_configuration(CLI::App& app, int& exit_code) {
  const auto configuration =
      std::make_shared<Configuration>(read_configuration(std::filesystem::current_path()));
  for (const auto& warning : configuration->warnings) std::cerr << "answers: " << warning << '\n';
  apply(*configuration, app);

  auto* command = app.add_subcommand("config", "The settings, and where each comes from");
  command->group("Set up");
  auto typed = std::make_shared<ConfigCommand>();
  command->add_option("NAME", typed->name, "One setting, whose value alone is printed");
  add_json_option(*command, typed->json);
  command->footer(R"(
Examples:
  answers config
  answers config index

Flags count before the environment, that before the project (the nearest
answers.toml or .answers/config.toml), and that before your own
~/.config/answers/config.toml. A project can set index, limit, color and columns
alone, and an index in its own folder.)");
  command->callback([typed, configuration, &exit_code] {
    exit_code = run_config(*typed, *configuration, std::cout, std::cerr);
  });
}

}  // namespace answers
