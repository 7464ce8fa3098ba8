#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

namespace answers {

/// What a server counts, in the form in which Prometheus reads it. Thread-safe.
class Metrics {
 public:
  /// A request that was answered, and how long that took.
  void count(unsigned status, std::chrono::steady_clock::duration took);
  /// How many connections are open, how many requests wait for a worker.
  std::atomic<std::int64_t> connections{0};
  std::atomic<std::int64_t> waiting{0};
  /// The generation that was asked last.
  std::atomic<std::uint64_t> generation{0};

  /// text/plain; version=0.0.4
  std::string text() const;

 private:
  static constexpr std::array<double, 8> seconds = {.001, .0025, .005, .01, .025, .05, .1, 1};
  std::array<std::atomic<std::uint64_t>, 6> by_class_{};  ///< 1xx … 5xx
  std::array<std::atomic<std::uint64_t>, seconds.size() + 1> by_time_{};
  std::atomic<std::uint64_t> microseconds_{0};
};

}  // namespace answers
