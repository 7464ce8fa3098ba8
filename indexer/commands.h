#pragma once

namespace CLI {
class App;
}

namespace answers {

/// Adds the commands that read collections and write the index: read, index. Their callbacks set
/// `exit_code`, which must outlive the parse.
void add_indexer_commands(CLI::App& app, int& exit_code);

}  // namespace answers
