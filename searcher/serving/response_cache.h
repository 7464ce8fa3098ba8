#pragma once

#include "searcher/serving/http_message.h"

#include <cstddef>
#include <cstdint>
#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace answers {

/// What was answered of one generation of an index, by what was asked: people type a word after the
/// other, go back, and ask what others ask. Those asked least lately make room. Thread-safe.
class ResponseCache {
 public:
  /// Holds at most so many bytes of bodies and targets.
  explicit ResponseCache(std::size_t most_bytes) : most_bytes_(most_bytes) {}

  /// nullopt where it is not known. O(length of the response).
  std::optional<HttpResponse> find(std::uint64_t generation, std::string_view target);
  /// All that older generations answered is forgotten. A response that takes more than a sixteenth
  /// of the room is not kept.
  void keep(std::uint64_t generation, std::string_view target, const HttpResponse& response);

 private:
  struct Entry {
    std::string target;
    HttpResponse response;
    std::size_t bytes() const { return target.size() + response.body.size() + overhead; }
  };
  static constexpr std::size_t overhead = 300;  ///< of an entry, about

  std::mutex mutex_;
  std::size_t most_bytes_;
  std::size_t bytes_ = 0;
  std::uint64_t generation_ = 0;
  std::list<Entry> entries_;  ///< those asked last come first
  std::unordered_map<std::string_view, std::list<Entry>::iterator> by_target_;
};

}  // namespace answers
