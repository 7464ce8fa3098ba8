#pragma once

#include "indexer/building/record_spool.h"
#include "indexer/generations/manifest.h"

#include <xapian.h>

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// How the records of a collection are laid out in segments, and how segments are built.
///
/// The layout depends on the collection alone and not on its history: a part of a file goes where
/// the hash of its name sends it, and the number of segments follows from the size of all. So an
/// update rewrites only the segments that hold parts of changed files, and
/// gives the index that building it anew would have given.
namespace answers {

/// A part of a file, and where its records are to be had from.
struct PlannedPart {
  std::uint64_t key = 0;  ///< hash of its file's path and its number: decides its segment
  Part part{};
  bool spooled = false;             ///< else it stands in the live generation, as `old` says
  std::uint64_t offset = 0;         ///< in the spool
  std::uint64_t first_ordinal = 0;  ///< of its records, `read` in number
  std::uint64_t read = 0;
  Part old{};
  Part* target = nullptr;  ///< where `part` is noted when the layout is known
};

/// Parts this large are begun anew; a part holds a record at least.
inline constexpr std::uint64_t part_bytes = std::uint64_t{1} << 20;

/// How many segments a collection of `records` with write_record() `bytes` in all has: few, since
/// each makes a query slower (500 queries on 100,000 posts, median CPU: 1 segment 3.5 ms, 4 4.1 ms,
/// 12 4.8 ms, 24 5.9 ms), but not too few, since an update rewrites one.
std::uint64_t segments_of(std::uint64_t bytes, std::uint64_t records);

/// The parts of each segment, in order. Sorts `parts` by key; the spans are ranges of it.
std::vector<std::span<PlannedPart>> lay_out(std::vector<PlannedPart>& parts);

/// The file name of the segment with these parts: the same for the same records, indexed in the
/// same way (`settings`).
std::string segment_name(std::span<const PlannedPart> parts, std::string_view settings);

/// What building segments needs to know.
struct SegmentSources {
  const RecordSpool& spool;
  const Verdicts& verdicts;
  std::filesystem::path old_generation{};  ///< of the parts that are not spooled
  std::span<const ManifestSegment> old_segments{};
  std::string old_dictionary{};
  AverageLengths averages{};
  std::string dictionary{};
  std::filesystem::path folder{};  ///< the new generation's
  unsigned threads = 2;
  const std::atomic<bool>* stop = nullptr;
  /// Called from one thread at a time: bytes of records that were indexed.
  std::function<void(std::uint64_t records, std::uint64_t bytes)> on_progress{};
};

/// One to be built: its name and its parts.
struct PlannedSegment {
  std::string name{};
  std::span<PlannedPart> parts{};
};

/// Builds the segments as files in `sources.folder`, from several threads. Throws Interrupted,
/// std::system_error and Xapian::Error. Memory: some 40 MB for each thread, and what the largest
/// records take.
void build_segments(std::span<const PlannedSegment> segments, const SegmentSources& sources);

/// How often Xapian was kept from running zlib over what is packed already. 0 behind a build: the
/// program was linked in a way that lets zlib come first; all works as well, only more slowly.
std::uint64_t deflations_prevented();

/// How a database is opened that this process writes as scratch, for compact(): glass, whatever
/// stands there.
inline constexpr int scratch_flags = Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS |
                                     Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS |
                                     Xapian::DB_NO_TERMLIST;

/// Makes the database `to`, a single file, of the scratch databases `from` one behind the other,
/// and removes them.
void compact(const std::vector<std::filesystem::path>& from, const std::filesystem::path& to);

}  // namespace answers
