#pragma once

#include "corpus/input/input.h"
#include "corpus/listener.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>
#include <unordered_map>

namespace answers {

/// One container that collections come in. Each stands in a pair of files of its own,
/// <name>_reader.h/.cpp, and has one line in the table of reader.cpp.
struct Reader {
  std::string_view name;       ///< "markdown": what --explain and --format say
  std::string_view describes;  ///< one line for people
  /// How sure one can be, by path and beginning, that this is the reader for it: 0 not at all,
  /// 1–49 possible (the name alone), 50–89 likely, 90–100 certain (only this container looks so).
  /// `path` is without the ".gz" or ".zst" of a packed file. Looks at `head` alone; O(head).
  int (*recognises)(std::string_view path, std::string_view head);
  /// Reads all of `input`, telling its listener of every record, unanswered question and trouble.
  void (*read)(Input& input);
  /// The surest that it is by a file's beginning alone, and not by its name.
  int surest_by_text = 100;
};

/// All readers, in the order in which equally sure ones are preferred.
std::span<const Reader> readers();

/// The small files (below Input::head_bytes) that were read so far, by which a copy is told from
/// another file: it says the same, once decoded and repaired, and gives the same records, which the
/// name of a file may be part of. 16 bytes a file.
struct Copies {
  std::unordered_map<std::uint64_t, std::uint64_t> records_of{};  ///< digests: of text, of ids
};

/// Reads one file, or standard input ("-"), whatever its name. What is not a collection (empty,
/// binary, nothing in it, one of the `copies`) is told to `listener` as skipped; what cannot be
/// read as trouble. Throws only what the listener throws.
void read_file(const std::filesystem::path& path, Listener& listener, Copies* copies = nullptr);

/// Reads a file or folder or "-" as walk_collection() walks it; one file's trouble is no other's.
void read_collection(const std::filesystem::path& path, Listener& listener,
                     Copies* copies = nullptr);

}  // namespace answers
