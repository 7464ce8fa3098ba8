#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace answers {

/// What a run of the real program gave.
struct ProgramRun {
  int exit_code = 0;  ///< 128 + n when signal n ended it
  std::string out{};
  std::string talk{};  ///< standard error
};

/// Runs the built `answers` with `arguments`, `input` on its standard input, in `folder`, with an
/// environment that holds no setting of the person who runs the tests.
ProgramRun run_program(const std::vector<std::string>& arguments, const std::string& folder,
                       std::string_view input = {});

/// In a child process: becomes the built `answers`, in `folder`, with that environment.
[[noreturn]] void execute_program(const std::vector<std::string>& arguments,
                                  const std::string& folder);

}  // namespace answers
