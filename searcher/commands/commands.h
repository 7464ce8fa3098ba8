#pragma once

#include <string_view>

namespace CLI {
class App;
}

namespace answers {

/// Adds the other commands: all that ask the index. Their callbacks set `exit_code`, which must
/// outlive the parse.
void add_searcher_commands(CLI::App& app, int& exit_code);

/// Adds the command of this name alone, if it is one of those that people wait for: search,
/// suggest, show … False, and nothing done, when it is not. Half of the time between the
/// start and the reading of the command line went into the options of commands that nobody had
/// called.
bool add_command_in_a_hurry(CLI::App& app, int& exit_code, std::string_view name);

/// Reads the configuration, makes it the defaults of all commands that are there, and adds the one
/// that shows it. Throws ConfigurationError.
void add_configuration(CLI::App& app, int& exit_code);

}  // namespace answers
