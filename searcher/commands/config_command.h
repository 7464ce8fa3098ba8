#pragma once

#include "searcher/commands/configuration.h"

#include <iosfwd>
#include <string>

namespace answers {

/// What was typed behind `answers config`.
struct ConfigCommand {
  std::string name{};  ///< of one setting, whose value alone is printed; empty for all
  bool json = false;
};

/// Prints each setting, its value, and where that came from. Returns the exit code: 0, or 2 where
/// there is no such setting.
int run_config(const ConfigCommand& command, const Configuration& configuration, std::ostream& out,
               std::ostream& talk);

}  // namespace answers
