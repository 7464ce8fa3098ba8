#include "searcher/commands/open_command.h"

#include "corpus/characters/printable.h"
#include "indexer/commands/with_index.h"
#include "indexer/generations/index_directory.h"
#include "searcher/commands/show_command.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <ostream>
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

int run_open(const OpenCommand& command, std::ostream& talk) {
  const Index index = open_and_tell(find_index(command.index), Verify::little, talk);
  const std::vector<Record> records = answers_to_typed(index, command.id, talk);
  if (records.empty()) return 1;
  Place place = records.front().place;
  // No file of a stranger is a flag or a command of the editor: "+!rm" is one of vi's.
  if (place.path.starts_with('+') || (place.path.starts_with('-') && place.path != "-"))
    place.path.insert(0, "./");
  if (place.path == "-" || access(place.path.c_str(), R_OK) != 0) {
    talk << fmt::format("answers: {} cannot be opened; see: answers show {}\n",
                        place.path == "-" ? "standard input" : printable_line(place.path),
                        printable_line(command.id));
    return 2;
  }
  const std::string editor = editor_command();
  // As git runs it: a command with arguments of its own, and the file behind them.
  std::vector<std::string> arguments = {"sh", "-c", editor + " \"$@\"", editor};
  for (auto& argument : arguments_for(editor, place)) arguments.push_back(std::move(argument));
  std::vector<char*> pointers;
  for (auto& argument : arguments) pointers.push_back(argument.data());
  pointers.push_back(nullptr);
  execv("/bin/sh", pointers.data());
  talk << fmt::format("answers: {} cannot be run\n", printable_line(editor));
  return 2;
}

}  // namespace answers
