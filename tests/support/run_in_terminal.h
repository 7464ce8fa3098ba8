#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace answers {

/// What the person at the terminal does: waits until `wait_for` has appeared since the last step,
/// and presses `keys`.
struct TerminalStep {
  std::string wait_for{};
  std::string keys{};
};

struct TerminalRun {
  int exit_code = 0;     ///< 128 + n when signal n ended it
  std::string screen{};  ///< all that appeared, escape sequences and carriage returns included
  bool in_time = true;  ///< false: a step waited in vain, or the program did not end; it was killed
  bool mode_restored = true;  ///< the terminal's mode at the end is that of the beginning
};

/// Whether a pseudo-terminal can be had; some containers have none.
bool has_pseudo_terminals();

/// Runs the built `answers` in a pseudo-terminal of `columns` × 24, in the environment of
/// run_program(). All steps together may take 20 s.
TerminalRun run_in_terminal(const std::vector<std::string>& arguments, const std::string& folder,
                            const std::vector<TerminalStep>& steps, std::size_t columns = 80);

}  // namespace answers
