#pragma once

#include <atomic>
#include <csignal>

namespace answers {

/// While it lives Ctrl-C (SIGINT) and SIGTERM ask the work to stop; a second one kills. One at a
/// time.
class Interruption {
 public:
  Interruption();
  ~Interruption();
  Interruption(const Interruption&) = delete;
  Interruption& operator=(const Interruption&) = delete;

  /// Whether one was asked for; what IndexOptions::stop points to.
  static const std::atomic<bool>& flag();
  /// Whether it was SIGTERM.
  static bool by_terminate();

 private:
  struct sigaction on_interrupt_ {};  ///< as they were before
  struct sigaction on_terminate_ {};
};

}  // namespace answers
