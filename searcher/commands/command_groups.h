#pragma once

namespace CLI {
class App;
}

namespace answers {

/// A function a command: each adds it with its flags, in the group of --help that it belongs to.
/// The callbacks set `exit_code`, which must outlive the parse.

// Find: find_commands.cpp
void add_search(CLI::App& app, int& exit_code);
void add_show(CLI::App& app, int& exit_code);
void add_open(CLI::App& app, int& exit_code);
void add_pick(CLI::App& app, int& exit_code);
void add_related(CLI::App& app, int& exit_code);
void add_suggest(CLI::App& app, int& exit_code);

// Study: study_commands.cpp
void add_quiz(CLI::App& app, int& exit_code);

// Collect: collect_commands.cpp
void add_export(CLI::App& app, int& exit_code);
void add_dupes(CLI::App& app, int& exit_code);
void add_status(CLI::App& app, int& exit_code);

// Serve: serve_commands.cpp
void add_serve(CLI::App& app, int& exit_code);
void add_mcp(CLI::App& app, int& exit_code);

// Set up: set_up_commands.cpp
void add_eval(CLI::App& app, int& exit_code);
void add_completion(CLI::App& app);

}  // namespace answers
