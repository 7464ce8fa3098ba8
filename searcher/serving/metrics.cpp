#include "searcher/serving/metrics.h"

#include <fmt/format.h>

#include <algorithm>

namespace answers {

void Metrics::count(unsigned status, std::chrono::steady_clock::duration took) {
  ++by_class_[std::min<std::size_t>(status / 100, by_class_.size() - 1)];
  const double time = std::chrono::duration<double>(took).count();
  const auto* const bound = std::ranges::lower_bound(seconds, time);
  ++by_time_[static_cast<std::size_t>(bound - seconds.begin())];
  microseconds_ += static_cast<std::uint64_t>(
      std::chrono::duration_cast<std::chrono::microseconds>(took).count());
}

std::string Metrics::text() const {
  std::string text =
      "# HELP answers_requests_total Requests that were answered.\n"
      "# TYPE answers_requests_total counter\n";
  for (std::size_t i = 1; i < by_class_.size(); ++i)
    text += fmt::format("answers_requests_total{{code=\"{}xx\"}} {}\n", i, by_class_[i].load());
  text +=
      "# HELP answers_request_seconds How long an answer took, without its way to the client.\n"
      "# TYPE answers_request_seconds histogram\n";
  std::uint64_t requests = 0;
  for (std::size_t i = 0; i < by_time_.size(); ++i) {
    requests += by_time_[i].load();
    const std::string bound = i < seconds.size() ? fmt::format("{}", seconds[i]) : "+Inf";
    text += fmt::format("answers_request_seconds_bucket{{le=\"{}\"}} {}\n", bound, requests);
  }
  text += fmt::format("answers_request_seconds_sum {:.6f}\nanswers_request_seconds_count {}\n",
                      static_cast<double>(microseconds_.load()) / 1e6, requests);
  const auto gauge = [&text](const char* name, const char* help, auto value) {
    text += fmt::format("# HELP {0} {1}\n# TYPE {0} gauge\n{0} {2}\n", name, help, value);
  };
  gauge("answers_connections", "Connections that are open.", connections.load());
  gauge("answers_waiting_requests", "Requests that wait for a worker.", waiting.load());
  gauge("answers_generation", "The generation of the index that was asked last.",
        generation.load());
  return text;
}

}  // namespace answers
