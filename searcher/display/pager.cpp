#include "searcher/display/pager.h"

#include <cerrno>
#include <csignal>
#include <cstdlib>
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

}  // namespace

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
  int ends[2];
  if (pipe(ends) != 0) return false;
  const Ignored interrupt(SIGINT);
  const Ignored quit(SIGQUIT);
  const Ignored broken_pipe(SIGPIPE);
  const pid_t child = fork();
  if (child < 0) {
    close(ends[0]);
    close(ends[1]);
    return false;
  }
  if (child == 0) {
    for (const int signal : {SIGINT, SIGQUIT, SIGPIPE}) std::signal(signal, SIG_DFL);
    dup2(ends[0], STDIN_FILENO);
    close(ends[0]);
    close(ends[1]);
    // As git does: quit if it is one screen, fold case, keep colours, leave the text standing.
    setenv("LESS", "FIRX", 0);
    execl("/bin/sh", "sh", "-c", command.c_str(), static_cast<char*>(nullptr));
    _exit(127);
  }
  close(ends[0]);
  while (!text.empty()) {
    const ssize_t written = write(ends[1], text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) break;  // the person has seen enough
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  close(ends[1]);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return !(WIFEXITED(status) && (WEXITSTATUS(status) == 126 || WEXITSTATUS(status) == 127));
}

}  // namespace answers
