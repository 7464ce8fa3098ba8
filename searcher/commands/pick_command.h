#pragma once

#include "searcher/display/terminal.h"

#include <iosfwd>
#include <string>
#include <vector>

namespace answers {

/// What was typed behind `answers pick`; `answers` alone is the same with `reads`.
struct PickCommand {
  std::string index{};               ///< --index, empty for the default
  std::vector<std::string> words{};  ///< the query to begin with
  bool reads = false;                ///< Enter shows the record instead of ending with it
  ColorChoice color = ColorChoice::automatic;
};

/// Searches on the person's terminal while he types, and prints the id of what he picks on `out`,
/// which need not be the terminal. Returns the exit code: 0 something was picked, or he was only to
/// read; 1 nothing was; 130 Ctrl-C. Throws std::runtime_error where there is no terminal.
int run_pick(const PickCommand& command, std::ostream& out, std::ostream& talk);

}  // namespace answers
