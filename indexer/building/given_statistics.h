#pragma once

#include "indexer/building/index_writer.h"
#include "indexer/building/live_generation.h"

#include <xapian.h>

#include <optional>
#include <vector>

namespace answers {

/// What an index ranks by that is not of its own records, so that it can be searched as one with
/// others.
struct GivenStatistics {
  std::optional<AverageLengths> averages{};
  std::vector<Xapian::Database> space_of{};  ///< GenerationSources::space_of
  /// Compared with the live generation:
  bool changes = false;
  std::optional<AverageLengths> new_averages{};
  bool new_space = false;
};

/// Those of the options, else those that the live generation was given, which stay until others are
/// given or all is made afresh. Throws IndexUnusable where the index that has them cannot be read.
GivenStatistics given_statistics(const IndexOptions& options,
                                 const std::optional<LiveGeneration>& live);

}  // namespace answers
