#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace answers {

/// What a person types, a key at a time where standard input is a terminal, and otherwise a line at
/// a time. While there is one, SIGINT and SIGTERM end the input instead of the program, and a
/// terminal echoes nothing. At most one at a time.
class KeyInput {
 public:
  KeyInput();
  ~KeyInput();
  KeyInput(const KeyInput&) = delete;
  KeyInput& operator=(const KeyInput&) = delete;

  bool is_terminal() const;
  /// The next key ("\n" for Enter, "" for one that is no character), or the next line without its
  /// end. nullopt at the end of the input, Ctrl-D, and when it was interrupted.
  std::optional<std::string> next();
  /// Calls `visit` with the terminal and the signals as they were before there was a KeyInput: for
  /// another program in the foreground.
  void step_aside(const std::function<void()>& visit);
  /// Whether a signal has ended the input.
  bool interrupted() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace answers
