#pragma once

#include <xapian.h>

#include <string>
#include <string_view>

namespace answers {

/// Writes a long value to the metadata of an index's head in pieces, under `key` and a number: each
/// of them travels well within the time that a searcher elsewhere waits.
void write_pieces(std::string_view bytes, std::string_view key, Xapian::WritableDatabase& head);

/// All of it; empty where there is none. A round trip for each piece, and one more, where the
/// database is elsewhere.
std::string read_pieces(const Xapian::Database& database, std::string_view key);

}  // namespace answers
