#include "indexer/commands/commands.h"
#include "searcher/commands/command_groups.h"
#include "searcher/commands/mcp_command.h"
#include "searcher/commands/serve_command.h"
#include "searcher/commands/shared_options.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>

namespace answers {

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
  command
      ->add_option("--state", typed->state,
                   "Study at /quiz; what was graded stands in DIR/reviews.jsonl")
      ->type_name("DIR");
  add_indexes_option(*command, typed->indexes, false);
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
  add_indexes_option(*command, typed->indexes, false);
  command->footer(R"(
Examples:
  claude mcp add answers -- answers mcp
  answers mcp --index ~/notes/.answers

A client starts it, and speaks JSON with it on standard input and output. It has
the tools search, get, related and status, and ends when its input ends.)");
  command->callback([typed, &exit_code] { exit_code = run_mcp(*typed, std::cout, std::cerr); });
}

}  // namespace answers
