#include "indexer/commands/commands.h"
#include "indexer/commands/status_command.h"
#include "indexer/commands/typed_numbers.h"
#include "searcher/commands/command_groups.h"
#include "searcher/commands/dupes_command.h"
#include "searcher/commands/export_command.h"
#include "searcher/commands/shared_options.h"
#include "searcher/commands/topics_command.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>
#include <string>
#include <vector>

namespace answers {

void add_export(CLI::App& app, int& exit_code) {
  static const Choices<ExportFormat> formats = {
      {"jsonl", ExportFormat::jsonl},
      {"anki", ExportFormat::anki},
      {"apkg", ExportFormat::apkg},
      {"csv", ExportFormat::csv},
      {"md", ExportFormat::md},
      {"opensearch", ExportFormat::opensearch},
      {"opensearch-index", ExportFormat::opensearch_index},
      {"site", ExportFormat::site}};
  auto* command = app.add_subcommand("export",
                                     "Print records: JSON lines, cards for Anki, CSV, Markdown, "
                                     "bulk lines for OpenSearch; a site");
  command->group("Collect");
  auto typed = std::make_shared<ExportCommand>();
  command->add_option(
      "QUERY", typed->words,
      "Only records that match it; else all of the index. Before it, of a site, its "
      "folder");
  add_filter_options(*command, typed->filters, typed->paths);
  add_format_option(*command, typed->format, formats,
                    "jsonl, anki, apkg, csv, md, opensearch, opensearch-index or site [jsonl]");
  command->add_flag("--raw", typed->raw,
                    "CSV cells as they are; else an apostrophe comes before = + - @, which a "
                    "spreadsheet would run as a formula");
  add_index_option(*command, typed->index);
  command->footer(R"(
Examples:
  answers export > backup.jsonl             # index it again: the same records
  answers export --format apkg > deck.apkg  # cards for Anki: open it
  answers export --format anki > deck.txt   # the same for its File > Import
  answers export --tag trees --format md    # what a search finds
  answers export --format csv > table.csv
  answers export --format opensearch > bulk.ndjson  # for its _bulk
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

/// The indexer's status, and what only the searcher knows.
void add_status(CLI::App& app, int& exit_code) {
  auto* command = app.add_subcommand("status", "Say what the index holds and how fresh it is");
  command->group("Collect");
  auto typed = std::make_shared<StatusCommand>();
  auto topics = std::make_shared<TopicsCommand>();
  add_indexes_option(*command, typed->indexes, false);
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
    const std::vector<std::string>& names = typed->indexes.names;
    if (*about && names.size() > 1)
      throw CLI::ValidationError("--topics", "are of one index: name one by --index");
    topics->index = names.empty() ? std::string() : names.front();
    topics->json = typed->json;
    exit_code = *about ? run_topics(*topics, std::cout, std::cerr)
                       : run_status(*typed, std::cout, std::cerr);
  });
}

}  // namespace answers
