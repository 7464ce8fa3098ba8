#pragma once

#include "searcher/live/live_search.h"

#include <functional>
#include <memory>

namespace answers {

/// Whether standard input and output are a terminal that a Screen can draw on.
bool has_screen();

/// The terminal that the person sits at (/dev/tty, whatever standard input and output are) as a
/// screen to draw on, while it lives: by ncurses, which knows the keys and the ways of some
/// thousand kinds of terminal and writes only what changed. At most one at a time.
class Screen {
 public:
  /// `colored`: matches in colour, and not bold and underlined alone. Throws std::runtime_error
  /// where there is no terminal, or one of a kind that cannot be drawn on.
  explicit Screen(bool colored);
  ~Screen();
  Screen(const Screen&) = delete;
  Screen& operator=(const Screen&) = delete;

  std::size_t rows() const;
  std::size_t columns() const;
  void draw(const LiveView& view);
  /// Waits for a key. SIGTERM and SIGHUP leave the terminal as it was, and end the program.
  Key wait();
  /// Whether another key is there already.
  bool has_more();
  /// Calls `visit` with the terminal as it was before: for another program in the foreground.
  void step_aside(const std::function<void()>& visit);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace answers
