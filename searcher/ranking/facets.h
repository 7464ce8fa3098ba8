#pragma once

#include "indexer/generations/index.h"
#include "searcher/matching/part_search.h"
#include "searcher/ranking/results.h"

#include <xapian.h>

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace answers {

/// The fields that facets can be had of: tag, section, source, difficulty, lang.
std::span<const std::string_view> facet_fields();

/// How many of the records `matches` (in order) have which value of the field, the commonest value
/// first, equal ones in alphabetical order; at most `limit` values. A value is written as one of
/// the records writes it; capitals make no difference. Reads the field's posting lists and `limit`
/// records: O(records × values of one record).
Facet count_facet(const Index& index, std::span<const Xapian::docid> matches,
                  std::string_view field, std::size_t limit);

/// count_facet() of all records of an index, elsewhere as well, from its terms alone: values are
/// written in small letters. O(values).
Facet count_facet_of_all(const Index& index, std::string_view field, std::size_t limit);

/// count_facet() of what `query` matches here and elsewhere: values are written in small letters,
/// and Facet::distinct is of those that were counted, at least. The commonest values of all are
/// counted first, 64 in a round trip, until no other can be among the first `limit`.
Facet count_facet_of_parts(const Index& index, const PartQueries& query, std::string_view field,
                           std::size_t limit);

/// What the records are about: their topics at the highest level at which they differ, else their
/// tags, else their sources; the commonest first, equal ones in alphabetical order. nullopt where
/// none of these tells them apart. O(records).
std::optional<Facet> main_topics(std::span<const Record* const> records);

}  // namespace answers
