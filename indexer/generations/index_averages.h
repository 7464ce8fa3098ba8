#pragma once

#include "indexer/analysis/postings.h"

#include <xapian.h>

#include <optional>
#include <string_view>

namespace answers {

/// What an index divides lengths by. Indexes that are searched as one rank as one index would if
/// these are the same in all of them.
struct IndexAverages {
  AverageLengths lengths{};
  bool given = false;  ///< by a person, to be kept; else they are those of its records

  bool operator==(const IndexAverages&) const = default;
};

/// Of a generation. Nothing in it says anything else than numbers: 1 and 1 where there are none.
IndexAverages read_averages(const Xapian::Database& generation);
/// The same of what is stored there.
IndexAverages averages_from(std::string_view stored);
/// Writes them to the metadata of an index's head.
void write_averages(const IndexAverages& averages, Xapian::WritableDatabase& head);

/// "64,1024": bytes of a question and of an answer, each from 1 to a thousand millions; nullopt for
/// anything else.
std::optional<AverageLengths> typed_averages(std::string_view typed);

}  // namespace answers
