#pragma once

#include <string>

namespace CLI {
class App;
}

namespace answers {

/// Adds the commands that read collections and write or verify the index: index, watch, check,
/// read. Their callbacks set `exit_code`, which must outlive the parse.
void add_indexer_commands(CLI::App& app, int& exit_code);

/// `--index DIR`, as every command has it. `index` must outlive the parse.
void add_index_option(CLI::App& command, std::string& index);

}  // namespace answers
