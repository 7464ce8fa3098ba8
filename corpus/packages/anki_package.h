#pragma once

#include <string>
#include <string_view>

namespace answers {

class Listener;

/// Whether a file in a package is Anki's collection, and the better of several: 3 for
/// collection.anki21b (2022 on), 2 for collection.anki21, 1 for collection.anki2; 0 for others.
int rank_of_anki_collection(std::string_view name);

/// The notes of Anki's collection, a SQLite database of any of its three generations (packed with
/// zstd in the last one): fields by the names of their note types, decks as topics, tags. Places
/// are `path` and the number of the note. The database is opened in memory, read alone, and given
/// up where it is damaged, holds views in place of tables, or takes too long; the listener hears of
/// that, and of notes that are pictures. O(size); memory: the database.
void read_anki_collection(const std::string& path, std::string bytes, Listener& listener);

}  // namespace answers
