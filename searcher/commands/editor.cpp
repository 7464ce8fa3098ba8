#include "searcher/commands/editor.h"

#include "corpus/characters/printable.h"
#include "searcher/display/child_program.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <ostream>
#include <string>
#include <unistd.h>
#include <vector>

namespace answers {
namespace {

std::string editor_command() {
  for (const char* variable : {"VISUAL", "EDITOR"}) {
    const char* command = std::getenv(variable);
    if (command != nullptr && *command != '\0') return command;
  }
  return "vi";
}

/// How an editor is told of a line: by its name, else as vi, emacs, nano and less are.
std::vector<std::string> arguments_for(const std::string& editor, const Place& place) {
  const std::string program = std::filesystem::path(editor.substr(0, editor.find(' '))).filename();
  const auto is_one_of = [&](std::initializer_list<std::string_view> names) {
    return std::ranges::find(names, program) != names.end();
  };
  if (place.line == 0) return {place.path};
  const std::string at_line = fmt::format("{}:{}", place.path, place.line);
  if (is_one_of({"code", "codium", "code-insiders", "cursor"})) return {"--goto", at_line};
  if (is_one_of({"hx", "subl", "zed", "micro"})) return {at_line};
  return {fmt::format("+{}", place.line), place.path};
}

}  // namespace

std::optional<int> edit_at(Place place, std::ostream& talk) {
  // No file of a stranger is a flag or a command of the editor: "+!rm" is one of vi's.
  if (place.path.starts_with('+') || (place.path.starts_with('-') && place.path != "-"))
    place.path.insert(0, "./");
  if (place.path == "-" || access(place.path.c_str(), R_OK) != 0) {
    talk << fmt::format("answers: {} cannot be opened\n",
                        place.path == "-" ? "standard input" : printable_line(place.path));
    return std::nullopt;
  }
  const std::string editor = editor_command();
  // As git runs it: a command with arguments of its own, and the file behind them.
  std::vector<std::string> arguments = {"/bin/sh", "-c", editor + " \"$@\"", editor};
  for (auto& argument : arguments_for(editor, place)) arguments.push_back(std::move(argument));
  if (const auto exit_code = run_child_program(arguments)) return exit_code;
  talk << fmt::format("answers: {} cannot be run\n", printable_line(editor));
  return std::nullopt;
}

}  // namespace answers
