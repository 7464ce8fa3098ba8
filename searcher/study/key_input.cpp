#include "searcher/study/key_input.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

namespace answers {
namespace {

volatile std::sig_atomic_t was_interrupted = 0;

constexpr std::array signals{SIGINT, SIGTERM, SIGHUP, SIGCONT};

void take_note(int signal) {
  if (signal != SIGCONT) was_interrupted = 1;  // SIGCONT only ends the wait, which begins anew
}

/// A terminal that gives keys as they are typed and shows none, while it lives. Keys that make
/// signals go on making them.
class KeyMode {
 public:
  KeyMode() {
    tcgetattr(STDIN_FILENO, &before_);
    set();
  }
  void unset() const { tcsetattr(STDIN_FILENO, TCSADRAIN, &before_); }
  /// Sets the mode anew: a shell takes it back while the program is stopped.
  void set() const {
    termios mode = before_;
    mode.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);
    mode.c_cc[VMIN] = 1;
    mode.c_cc[VTIME] = 0;
    tcsetattr(STDIN_FILENO, TCSADRAIN, &mode);
  }
  ~KeyMode() { unset(); }
  KeyMode(const KeyMode&) = delete;
  KeyMode& operator=(const KeyMode&) = delete;

 private:
  termios before_{};
};

constexpr char end_of_transmission = 4;  // Ctrl-D
constexpr char escape = 27;

}  // namespace

struct KeyInput::State {
  bool is_terminal = isatty(STDIN_FILENO) == 1;
  // From before the first prompt: a Ctrl-D typed in the mode for lines would be lost.
  std::optional<KeyMode> mode;
  std::array<struct sigaction, signals.size()> before{};
  sigset_t mask_before{};
  std::string read;  // of a file: what was read and not yet given away
  bool at_end = false;

  /// False when it was interrupted. Signals come in only here: one that came between a look at
  /// was_interrupted and a read would not end that read.
  bool wait();
  std::optional<std::string> next_key();
  std::optional<std::string> next_line();
};

KeyInput::KeyInput() : state_(new State) {
  was_interrupted = 0;
  struct sigaction action {};
  action.sa_handler = take_note;
  sigset_t blocked{};
  sigemptyset(&blocked);
  for (std::size_t i = 0; i < signals.size(); ++i) {
    sigaction(signals[i], &action, &state_->before[i]);
    sigaddset(&blocked, signals[i]);
  }
  sigprocmask(SIG_BLOCK, &blocked, &state_->mask_before);
  if (state_->is_terminal) state_->mode.emplace();
}

KeyInput::~KeyInput() {
  sigprocmask(SIG_SETMASK, &state_->mask_before, nullptr);
  for (std::size_t i = 0; i < signals.size(); ++i)
    sigaction(signals[i], &state_->before[i], nullptr);
}

bool KeyInput::is_terminal() const { return state_->is_terminal; }

bool KeyInput::interrupted() const { return was_interrupted != 0; }

void KeyInput::step_aside(const std::function<void()>& visit) {
  sigset_t blocked{};
  sigprocmask(SIG_SETMASK, &state_->mask_before, &blocked);
  if (state_->mode) state_->mode->unset();
  visit();
  if (state_->mode) state_->mode->set();
  sigprocmask(SIG_SETMASK, &blocked, nullptr);
}

std::optional<std::string> KeyInput::next() {
  return state_->is_terminal ? state_->next_key() : state_->next_line();
}

bool KeyInput::State::wait() {
  pollfd input{STDIN_FILENO, POLLIN, 0};
  while (was_interrupted == 0) {
    if (ppoll(&input, 1, nullptr, &mask_before) >= 0 || errno != EINTR) return true;
    if (mode) mode->set();
  }
  return false;
}

std::optional<std::string> KeyInput::State::next_key() {
  if (!wait()) return std::nullopt;
  std::array<char, 64> bytes{};
  // More than one byte is an arrow key and the like, or pasted text: the first byte counts.
  const auto count = ::read(STDIN_FILENO, bytes.data(), 1);
  if (count <= 0 || bytes[0] == end_of_transmission) return std::nullopt;
  if (bytes[0] == '\r') return "\n";
  if (bytes[0] != escape) return std::string(1, bytes[0]);
  pollfd more{STDIN_FILENO, POLLIN, 0};
  while (poll(&more, 1, 10) == 1 && ::read(STDIN_FILENO, bytes.data(), bytes.size()) > 0) {
  }
  return "";
}

std::optional<std::string> KeyInput::State::next_line() {
  while (true) {
    const auto end = read.find('\n');
    if (end != std::string::npos || (at_end && !read.empty())) {
      std::string line = read.substr(0, end);
      read.erase(0, end == std::string::npos ? read.size() : end + 1);
      if (!line.empty() && line.back() == '\r') line.pop_back();
      return line;
    }
    if (at_end || !wait()) return std::nullopt;
    std::array<char, 4096> bytes{};
    const auto count = ::read(STDIN_FILENO, bytes.data(), bytes.size());
    if (count <= 0) at_end = true;
    if (count > 0) read.append(bytes.data(), static_cast<std::size_t>(count));
  }
}

}  // namespace answers
