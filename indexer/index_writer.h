#pragma once

#include "corpus/listener.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace answers {

/// What to index, and where to.
struct IndexOptions {
  std::filesystem::path directory{};  ///< made when it is not there
  std::vector<std::filesystem::path> collections{};
  bool rebuild = false;
  std::chrono::milliseconds wait{10'000};  ///< for another writer
  /// Becomes true when the work is to be given up: index_collections() throws Interrupted soon
  /// after. May be null.
  const std::atomic<bool>* stop = nullptr;
};

struct IndexProgress {
  enum class Phase { reading, indexing };
  Phase phase = Phase::reading;
  std::uint64_t done = 0;  ///< bytes, of files or of text; never falls within a phase
  std::uint64_t total = 0;
  std::uint64_t records = 0;  ///< read or indexed in this phase
};

/// Hears what happens while an index is built. Called from one thread at a time.
class IndexListener {
 public:
  IndexListener() = default;
  IndexListener(const IndexListener&) = delete;
  IndexListener& operator=(const IndexListener&) = delete;
  virtual ~IndexListener() = default;

  virtual void on_progress(const IndexProgress& /*progress*/) {}
  virtual void on_trouble(const Trouble& /*trouble*/) {}
  virtual void on_skipped(std::string_view /*path*/, std::string_view /*reason*/) {}
};

/// What came of it.
struct IndexSummary {
  std::uint64_t generation = 0;  ///< the live one now
  std::uint64_t files = 0;       ///< that gave a record at least
  std::uint64_t records = 0;     ///< in the index now
  std::uint64_t identical = 0;   ///< records read more than once and kept once
  std::uint64_t unanswered = 0;
  std::uint64_t troubles = 0;
  std::map<std::string, std::uint64_t> skipped{};  ///< reason -> files
  std::uint64_t bytes = 0;                         ///< of the live generation on disk
};

/// The work was given up because `IndexOptions::stop` became true. The index is as it was.
class Interrupted : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Reads the collections and publishes a new generation of the index. When it throws, for whatever
/// reason, the live generation is as it was: IndexLocked, Interrupted, std::system_error (no room,
/// read-only, …), Xapian::Error.
IndexSummary index_collections(const IndexOptions& options, IndexListener& listener);

}  // namespace answers
