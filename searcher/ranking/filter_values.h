#pragma once

#include "indexer/generations/index.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace answers {

/// A value that records have in a field one can filter by.
struct FilterValue {
  std::string value{};  ///< folded, as it may be typed
  std::size_t records = 0;
};

/// The value of `field` (schema::filter_fields) that one which no record has was most likely meant
/// for: the nearest by typing errors, at most one for every three letters, else the longest whose
/// words it has ("decision-trees": "trees"). The commoner one of two that are as near. nullopt
/// when none is near, for fields without a list of values (id, votes), and for values of more than
/// 64 bytes. O(values of the field), 200,000 at most.
std::optional<FilterValue> nearest_filter_value(const Index& index, std::string_view field,
                                                std::string_view value);

}  // namespace answers
