#include "searcher/display/pager.h"

#include "searcher/display/child_program.h"

#include <algorithm>
#include <cstdlib>

namespace answers {
std::string pager_command() {
  for (const char* variable : {"ANSWERS_PAGER", "PAGER"}) {
    if (const char* command = std::getenv(variable)) {
      return std::string_view(command) == "cat" ? "" : command;
    }
  }
  return "less";
}

bool needs_pager(std::string_view text, const Terminal& terminal) {
  std::size_t rows = 1;  // the prompt's
  for (std::size_t begin = 0; begin < text.size() && rows <= terminal.rows;) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    ++rows;
    begin = end + 1;
  }
  return rows > terminal.rows;
}

bool page(std::string_view text, const std::string& command) {
  // As git does: quit if it is one screen, fold case, keep colours, leave the text standing.
  setenv("LESS", "FIRX", 0);
  return run_child_program({"/bin/sh", "-c", command}, text).has_value();
}

}  // namespace answers
