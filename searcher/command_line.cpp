#include "searcher/command_line.h"

#include "searcher/terminal.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace answers {
namespace {

/// Optimal string alignment distance. O(a × b), words of a command line.
std::size_t edits(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) cost[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) cost[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1,
                             cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
      }
    }
  }
  return cost[a.size()][b.size()];
}

std::vector<const CLI::App*> commands_of(const CLI::App& app) {
  return app.get_subcommands([](const CLI::App*) { return true; });
}

std::vector<std::string> flags_of(const CLI::App& command) {
  std::vector<std::string> flags;
  for (const CLI::Option* option : command.get_options()) {
    for (const auto& name : option->get_lnames()) flags.push_back("--" + name);
    for (const auto& name : option->get_snames()) flags.push_back("-" + name);
  }
  return flags;
}

bool knows(const CLI::App& command, const std::string& argument) {
  const std::string flag = argument.substr(0, argument.find('='));
  const auto flags = flags_of(command);
  if (std::ranges::find(flags, flag) != flags.end()) return true;
  return !argument.starts_with("--") &&  // "-n5"
         std::ranges::find(flags, argument.substr(0, 2)) != flags.end();
}

std::string did_you_mean(const std::string& typed, const std::vector<std::string>& candidates) {
  const std::string near = nearest(typed, candidates);
  return near.empty() ? "" : fmt::format(" Did you mean '{}'?", near);
}

}  // namespace

std::string nearest(std::string_view typed, const std::vector<std::string>& candidates) {
  std::string best;
  std::size_t fewest = typed.size() <= 3 ? 2 : 3;
  if (typed.size() > 64) return best;
  for (const auto& candidate : candidates) {
    const std::size_t distance = edits(typed, candidate);
    if (distance < fewest) {
      fewest = distance;
      best = candidate;
    }
  }
  return best;
}

std::string explain_parse_error(const CLI::App& app, const CLI::ParseError& error,
                                const std::vector<std::string>& arguments) {
  if (arguments.empty()) return "say what to do: answers --help lists the commands";
  const std::string& name = arguments.front();
  const CLI::App* command = name.starts_with('-') ? &app : nullptr;
  std::vector<std::string> names;
  for (const CLI::App* one : commands_of(app)) {
    names.push_back(one->get_name());
    if (one->get_name() == name) command = one;
  }
  if (command == nullptr) {
    return fmt::format("unknown command '{}'.{} (answers --help lists them)", printable(name),
                       did_you_mean(name, names));
  }
  const std::string whole_name = command == &app ? "answers" : "answers " + command->get_name();
  for (const auto& argument : arguments) {
    if (argument == "--") break;
    if (argument.size() < 2 || argument[0] != '-' || knows(*command, argument)) continue;
    std::string text = fmt::format("{} has no flag '{}'.{}", whole_name, printable(argument),
                                   did_you_mean(argument, flags_of(*command)));
    if (command->get_name() == "search") {
      text += "\nWords that begin with a dash stand behind a lone '--': answers search -- pca -svd";
    }
    return text;
  }
  return fmt::format("{} ({} --help)", printable(error.what()), whole_name);
}

}  // namespace answers
