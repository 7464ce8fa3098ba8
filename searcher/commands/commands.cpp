#include "searcher/commands/commands.h"

#include "searcher/commands/command_groups.h"
#include "searcher/commands/config_command.h"
#include "searcher/commands/configuration.h"
#include "searcher/commands/shared_options.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <iostream>
#include <memory>
#include <utility>

namespace answers {

void add_searcher_commands(CLI::App& app, int& exit_code) {
  add_search(app, exit_code);
  add_show(app, exit_code);
  add_open(app, exit_code);
  add_pick(app, exit_code);
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
               {"open", add_open},     {"related", add_related}, {"pick", add_pick},
               {"mcp", add_mcp}};
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
~/.config/answers/config.toml. A project can set index, limit, color, columns
and sections alone, and an index in its own folder.)");
  command->callback([typed, configuration, &exit_code] {
    exit_code = run_config(*typed, *configuration, std::cout, std::cerr);
  });
}

}  // namespace answers
