#pragma once

#include "corpus/record.h"
#include "indexer/commands/index_places.h"
#include "indexer/generations/index.h"

#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace answers {

/// The records that somebody named, and where they are.
struct NamedRecords {
  /// The answers to the one question that was named, those that people thought best first. Of an id
  /// that is given whole that one record. Empty when it fits nothing, or several questions.
  std::vector<Record> answers{};
  std::optional<Index> other_index{};  ///< that holds them, where it is not the one that was asked
};

/// Where the record that somebody named is looked for: what `typed` says, or where that is nothing
/// and there is no index, what the last search in this terminal was of, if it had such a hit.
IndexPlaces indexes_of_record(const TypedIndexes& typed, std::string_view id);

/// What a person typed: the beginning of an id, or the number of a hit of the last search in this
/// terminal (see remembered_hit()), in whichever index that was. An id that is just so comes first.
/// Where nothing is found, `talk` is told why.
NamedRecords records_named(const Index& index, const std::string& typed, std::ostream& talk);

}  // namespace answers
