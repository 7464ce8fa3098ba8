#include "searcher/display/child_program.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

namespace answers {
namespace {

/// Sets a signal aside for as long as it lives.
class Ignored {
 public:
  explicit Ignored(int signal) : signal_(signal) {
    struct sigaction ignore {};
    ignore.sa_handler = SIG_IGN;
    sigaction(signal, &ignore, &before_);
  }
  ~Ignored() { sigaction(signal_, &before_, nullptr); }
  Ignored(const Ignored&) = delete;
  Ignored& operator=(const Ignored&) = delete;

 private:
  int signal_;
  struct sigaction before_ {};
};

constexpr int cannot_be_run = 127;  // as a shell says it, of its own commands as well

void write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;  // the person has seen enough
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace

std::optional<int> run_child_program(const std::vector<std::string>& arguments,
                                     std::optional<std::string_view> input) {
  std::array<int, 2> ends{-1, -1};
  if (input && pipe(ends.data()) != 0) return std::nullopt;
  std::vector<std::string> copies = arguments;
  std::vector<char*> pointers;
  pointers.reserve(copies.size() + 1);
  for (auto& argument : copies) pointers.push_back(argument.data());
  pointers.push_back(nullptr);
  const Ignored interrupt(SIGINT);
  const Ignored quit(SIGQUIT);
  const Ignored broken_pipe(SIGPIPE);
  const pid_t child = fork();
  if (child == 0) {
    for (const int signal : {SIGINT, SIGQUIT, SIGPIPE}) std::signal(signal, SIG_DFL);
    if (input) dup2(ends[0], STDIN_FILENO);
    for (const int end : ends) {
      if (end >= 0) close(end);
    }
    execvp(pointers.front(), pointers.data());
    _exit(cannot_be_run);
  }
  if (input) close(ends[0]);
  if (child > 0 && input) write_all(ends[1], *input);
  if (input) close(ends[1]);
  if (child < 0) return std::nullopt;
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (WIFSIGNALED(status)) return 128 + WTERMSIG(status);
  const int exit_code = WEXITSTATUS(status);
  return exit_code == cannot_be_run || exit_code == cannot_be_run - 1 ? std::nullopt
                                                                      : std::optional(exit_code);
}

}  // namespace answers
