#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace answers {

/// Runs a program in the foreground, `input` (where there is one) on its standard input, and
/// returns when it has ended: interrupts go to it alone meanwhile. `arguments` begin with the
/// program, which is looked for as a shell does. Its exit code, 128 + n where signal n ended it;
/// nullopt where it could not be run.
std::optional<int> run_child_program(const std::vector<std::string>& arguments,
                                     std::optional<std::string_view> input = std::nullopt);

}  // namespace answers
