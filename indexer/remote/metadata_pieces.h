#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace answers {

/// Writes a long value to the metadata of an index's head in pieces, under `key` and a number: each
/// of them travels well within the time that a searcher elsewhere waits.
void write_pieces(std::string_view bytes, std::string_view key, Xapian::WritableDatabase& head);

/// All of it; empty where there is none.
std::string read_pieces(const Xapian::Database& database, std::string_view key);

/// The key of one of the pieces, from 0: the first that has no value is behind the last of them.
std::string piece_key(std::string_view key, std::size_t piece);

}  // namespace answers
