#pragma once

#include "indexer/generations/term_places.h"

#include <xapian.h>

#include <map>
#include <string>

namespace answers {

/// Writes the places of words to the metadata of an index's head.
void write_term_places(const std::map<std::string, TermPlace>& places,
                       Xapian::WritableDatabase& head);

/// Those of a head; of one whose space was not given there are none. Throws std::runtime_error when
/// they are damaged.
TermPlaces read_term_places(const Xapian::Database& head);

}  // namespace answers
