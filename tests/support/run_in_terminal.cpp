#include "tests/support/run_in_terminal.h"

#include "tests/support/run_program.h"

#include <array>
#include <chrono>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <stdexcept>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>
#include <utmp.h>

namespace answers {
namespace {

using Clock = std::chrono::steady_clock;

/// Takes in what appears until `enough` holds or the deadline has passed; false for that. A
/// terminal whose program has ended says EIO.
template <class Enough>
bool read_until(int terminal, std::string& screen, Clock::time_point deadline, Enough enough) {
  while (!enough()) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
    pollfd waiting{terminal, POLLIN, 0};
    if (left.count() <= 0 || poll(&waiting, 1, static_cast<int>(left.count())) <= 0) return false;
    std::array<char, 4096> bytes{};
    const auto count = read(terminal, bytes.data(), bytes.size());
    if (count <= 0) return enough();
    screen.append(bytes.data(), static_cast<std::size_t>(count));
  }
  return true;
}

}  // namespace

bool has_pseudo_terminals() {
  int terminal = -1;
  int slave = -1;
  if (openpty(&terminal, &slave, nullptr, nullptr, nullptr) != 0) return false;
  close(slave);
  close(terminal);
  return true;
}

TerminalRun run_in_terminal(const std::vector<std::string>& arguments, const std::string& folder,
                            const std::vector<TerminalStep>& steps, std::size_t columns) {
  winsize size{};
  size.ws_col = static_cast<unsigned short>(columns);
  size.ws_row = 24;
  int terminal = -1;
  int slave = -1;
  if (openpty(&terminal, &slave, nullptr, nullptr, &size) != 0)
    throw std::runtime_error("no pseudo-terminal");
  termios before{};
  tcgetattr(slave, &before);
  const pid_t child = fork();
  if (child == 0) {
    close(terminal);
    login_tty(slave);
    execute_program(arguments, folder);
  }

  TerminalRun run;
  const auto deadline = Clock::now() + std::chrono::seconds(20);
  std::size_t seen = 0;
  for (const TerminalStep& step : steps) {
    const auto appeared = [&] { return run.screen.find(step.wait_for, seen) != std::string::npos; };
    if (!read_until(terminal, run.screen, deadline, appeared)) {
      run.in_time = false;
      break;
    }
    seen = run.screen.find(step.wait_for, seen) + step.wait_for.size();
    if (write(terminal, step.keys.data(), step.keys.size()) < 0) break;
  }
  // We hold the terminal's other end too, so its end does not show: ask for the program's.
  int status = 0;
  const auto ended = [&] { return waitpid(child, &status, WNOHANG) == child; };
  while (run.in_time && !ended()) {
    const auto soon = std::min(deadline, Clock::now() + std::chrono::milliseconds(20));
    read_until(terminal, run.screen, soon, [] { return false; });
    if (Clock::now() >= deadline) run.in_time = false;
  }
  if (!run.in_time) {
    kill(child, SIGKILL);
    waitpid(child, &status, 0);
  }
  read_until(terminal, run.screen, Clock::now() + std::chrono::milliseconds(50),
             [] { return false; });
  termios after{};
  tcgetattr(slave, &after);
  run.mode_restored = before.c_lflag == after.c_lflag && before.c_iflag == after.c_iflag;
  close(slave);
  close(terminal);
  run.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return run;
}

}  // namespace answers
