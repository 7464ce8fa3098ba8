#include "indexer/commands.h"

#include "indexer/index_directory.h"
#include "indexer/index_writer.h"
#include "indexer/read_command.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>

namespace answers {

void add_indexer_commands(CLI::App& app, int& exit_code) {
  {
    auto* command = app.add_subcommand("read", "Print the records of collections as JSON lines");
    auto options = std::make_shared<ReadOptions>();
    command->add_option("PATH", options->paths, "Files or folders, - for standard input")
        ->required();
    command->add_flag("--explain", options->explain, "Say which shape was seen where, and why");
    command->add_flag("--unanswered", options->unanswered, "Print the questions without an answer");
    command->callback(
        [options, &exit_code] { exit_code = run_read(*options, std::cout, std::cerr); });
  }
  {
    auto* command = app.add_subcommand("index", "Read collections into the index");
    auto options = std::make_shared<IndexOptions>();
    auto index = std::make_shared<std::string>();
    command->add_option("PATH", options->collections, "Files or folders")->required();
    command->add_option("--index", *index, "The folder of the index");
    command->add_flag("--rebuild", options->rebuild, "Start afresh");
    command->callback([options, index, &exit_code] {
      options->directory = find_index(*index);
      const IndexSummary summary = index_collections(*options);
      std::cerr << summary.records << " records\n";
      exit_code = summary.records > 0 ? 0 : 1;
    });
  }
}

}  // namespace answers
