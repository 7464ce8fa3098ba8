#pragma once

namespace CLI {
class App;
}

namespace answers {

/// Adds the commands that ask the index: search, show. Their callbacks set `exit_code`, which must
/// outlive the parse.
void add_searcher_commands(CLI::App& app, int& exit_code);

/// Reads the configuration, makes it the defaults of all commands that are there, and adds the one
/// that shows it. Throws ConfigurationError.
void add_configuration(CLI::App& app, int& exit_code);

}  // namespace answers
