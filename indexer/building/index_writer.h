#pragma once

#include "corpus/listener.h"
#include "indexer/analysis/postings.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace answers {

/// What to index, and where to.
struct IndexOptions {
  std::filesystem::path directory{};  ///< made when it is not there
  /// Files and folders, "-" for standard input. They are added to what the index holds, or brought
  /// up to date; empty: all that were named before.
  std::vector<std::filesystem::path> collections{};
  /// Collections that the index is to hold no more, with their files, where no other one has them.
  /// With these and no `collections` nothing is read.
  std::vector<std::filesystem::path> forgotten{};
  bool rebuild = false;  ///< start afresh, with `collections` alone
  bool dry_run = false;  ///< read and compare, and change nothing
  /// Average lengths to divide by, instead of those of the records: where this index is to be
  /// searched together with others. They are kept until others are given, or it is made afresh.
  std::optional<AverageLengths> averages{};
  /// An index whose space of subjects (find_given_subjects()) is given likewise, with `averages`,
  /// so that both are ranked as one; empty: none, and averages that are given end one that was.
  std::filesystem::path space_of{};
  /// What was read without a record is read again: it may be understood now.
  bool retry = false;
  /// What `collections` name is read again, also where it did not change: it is read otherwise now.
  bool reread = false;
  unsigned threads = 2;
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

/// Of so many files at most that are no collections the names are told unasked.
inline constexpr std::size_t few_skipped = 3;

/// What came of it.
struct IndexSummary {
  std::uint64_t generation = 0;  ///< the live one now; 0 none
  bool published = false;        ///< a new one; else there was nothing to do
  std::uint64_t bytes = 0;       ///< of the live generation on disk
  std::uint64_t records = 0;     ///< in the index now
  std::uint64_t added = 0;       ///< records, compared with the generation before
  std::uint64_t changed = 0;
  std::uint64_t gone = 0;
  std::uint64_t files = 0;       ///< that the index knows, with those that are no collections
  std::uint64_t files_read = 0;  ///< since they are new or changed
  std::uint64_t files_gone = 0;
  std::uint64_t identical = 0;  ///< records read more than once and kept once
  std::uint64_t unanswered = 0;
  std::uint64_t troubles = 0;                      ///< of this run
  std::map<std::string, std::uint64_t> skipped{};  ///< reason -> files
  std::vector<std::string> first_skipped{};  ///< their names, one more than `few_skipped` at most
  /// Average lengths that were given, where they are not those before: no segment is taken over.
  std::optional<AverageLengths> new_averages{};
  bool new_space = false;  ///< records stand in another space than before, since one was given
  bool collection_missing = false;  ///< one that was named is not there
  bool nothing_found = false;  ///< no record at all, where there was no index or it was to be made
                               ///< afresh: nothing was written
};

/// The work was given up because `IndexOptions::stop` became true. The index is as it was.
class Interrupted : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// The collections that the index in `directory` was made of, as paths. Throws IndexUnusable when
/// it does not say.
std::vector<std::filesystem::path> remembered_collections(const std::filesystem::path& directory);

/// Reads what is new or changed in the collections and publishes a new generation of the index.
/// What came from standard input is kept until standard input is named again. A first build, or one
/// that starts afresh, writes nothing where it finds no record.
/// Searching it gives what searching an index built anew would give. When it throws, for whatever
/// reason, the live generation is as it was: IndexLocked, IndexUnusable (no collection is named and
/// there is no index that remembers any), Interrupted, std::system_error (no room, read-only, …),
/// Xapian::Error.
///
/// Unchanged files (size and time, else the hash of their bytes) cost a stat. Memory: below 256 MB
/// whatever is indexed, but for single records of more than some megabytes.
IndexSummary index_collections(const IndexOptions& options, IndexListener& listener);

}  // namespace answers
