#pragma once

#include "indexer/analysis/acronyms.h"
#include "indexer/analysis/postings.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace answers {

/// A run of records of one file that stand together in one segment: what an update takes over or
/// leaves behind as a whole.
struct Part {
  std::uint64_t records = 0;  ///< kept ones: the documents it takes
  std::uint64_t bytes = 0;    ///< of write_record(), with the records that were not kept
  std::uint64_t digest = 0;   ///< of what was read and which of it is kept
  std::uint32_t segment = 0;  ///< in Manifest::segments
  std::uint32_t first = 0;    ///< its first document there
};

/// What is known of a file that was read.
struct ManifestFile {
  std::string path{};           ///< as records name it
  std::uint64_t size = 0;       ///< in bytes, on disk
  std::int64_t modified = 0;    ///< nanoseconds; 0: read it again in any case
  std::int64_t changed = 0;     ///< nanoseconds, of what stat calls ctime
  std::uint64_t digest = 0;     ///< of its bytes; 0: not all of them were read, read it again
  std::uint64_t identical = 0;  ///< records of it that are kept under another file
  std::uint64_t unanswered = 0;
  std::uint64_t troubles = 0;
  std::string skipped{};  ///< why it is no collection; empty when it is one
  FieldLengths lengths{};
  /// Files that hold the same ids, and those that its records depend on: when one of them changes,
  /// this one is read again.
  std::vector<std::string> read_again_with{};
  std::vector<Acronym> acronyms{};  ///< that its records explain, see AcronymCounter
  std::vector<Part> parts{};
};

struct ManifestSegment {
  std::string name{};  ///< of its file in the generation
  std::uint64_t records = 0;
};

/// What a generation was made of: all that the next one needs to know of it.
struct Manifest {
  std::vector<std::string> roots{};   ///< the collections as they were named, absolute
  std::vector<ManifestFile> files{};  ///< in byte order of their paths
  std::vector<ManifestSegment> segments{};
};

/// As and from metadata, compressed. from_bytes throws std::runtime_error on what to_bytes of this
/// version did not make.
std::string to_bytes(const Manifest& manifest);
Manifest manifest_from_bytes(std::string_view bytes);
/// Manifest::roots alone, of whichever version: all begin with them. Throws std::runtime_error on
/// damaged bytes.
std::vector<std::string> roots_from_bytes(std::string_view bytes);

}  // namespace answers
