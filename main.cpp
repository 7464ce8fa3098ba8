#include "indexer/commands.h"
#include "searcher/commands.h"

#include <CLI/CLI.hpp>
#include <xapian.h>

#include <exception>
#include <iostream>

int main(int argc, char** argv) try {
  std::ios::sync_with_stdio(false);
  CLI::App app("Find the answer in collections of questions and answers", "answers");
  app.require_subcommand(1);
  int exit_code = 0;
  answers::add_indexer_commands(app, exit_code);
  answers::add_searcher_commands(app, exit_code);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  return exit_code;
} catch (const Xapian::Error& error) {  // not a std::exception
  std::cerr << "answers: " << error.get_description() << '\n';
  return 2;
} catch (const std::exception& error) {
  std::cerr << "answers: " << error.what() << '\n';
  return 2;
}
