#pragma once

#include "indexer/building/index_writer.h"
#include "indexer/building/live_generation.h"
#include "indexer/building/record_spool.h"
#include "indexer/building/segments.h"
#include "indexer/generations/index_directory.h"
#include "indexer/generations/index_lock.h"
#include "indexer/generations/manifest.h"

#include <atomic>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace answers {

/// Where a new generation comes from.
struct GenerationSources {
  const RecordSpool& spool;
  const Verdicts& verdicts;
  std::span<const PlannedPart> read{};       ///< all parts that the spool holds, in its order
  const LiveGeneration* live = nullptr;      ///< the one before; null: none
  bool afresh = false;                       ///< nothing of the one before is taken over
  std::optional<AverageLengths> averages{};  ///< given ones; else those of the records
  /// A head and its segments, whose space is taken over; empty: its own is found.
  std::span<const Xapian::Database> space_of{};
  unsigned threads = 2;
  const std::atomic<bool>* stop = nullptr;
  std::function<void(const IndexProgress&)> on_progress{};  ///< from one thread at a time
};

/// Lays the parts out in segments, builds those that the generation before does not have, writes
/// the head, looks whether all is there, and publishes. `parts`: those that hold records; their
/// targets stand in `manifest`, whose roots and files are complete and whose segments come from
/// here. Removes the spool's file. Throws Interrupted, IndexLocked, std::system_error and
/// Xapian::Error; nothing is published then.
void write_generation(NewGeneration& generation, const IndexLock& lock,
                      std::vector<PlannedPart> parts, const FieldLengths& lengths,
                      Manifest& manifest, const GenerationSources& sources);

}  // namespace answers
