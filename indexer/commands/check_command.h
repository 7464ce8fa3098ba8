#pragma once

#include <iosfwd>
#include <string>

namespace answers {

struct CheckCommand {
  std::string index{};  ///< --index as given
  bool repair = false;
};

/// `answers check`: what is wrong with the index on `out`, a line for each damaged file. With
/// `repair` it takes the lock first, then goes back to the last good generation and removes what is
/// damaged, or builds the index anew from its collections. Returns the exit code: 0 it is whole
/// (now), 3 it is damaged.
int run_check(const CheckCommand& command, std::ostream& out, std::ostream& talk);

}  // namespace answers
