#pragma once

#include "corpus/input.h"
#include "corpus/listener.h"

#include <filesystem>
#include <span>
#include <string_view>

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
};

/// All readers, in the order in which equally sure ones are preferred.
std::span<const Reader> readers();

/// Reads one file, or standard input ("-"), whatever its name. What is not a collection (empty,
/// binary, nothing in it) is told to `listener` as skipped; what cannot be read as trouble.
/// Throws only what the listener throws.
void read_file(const std::filesystem::path& path, Listener& listener);

/// Reads a file or folder or "-" as walk_collection() walks it; one file's trouble is no other's.
void read_collection(const std::filesystem::path& path, Listener& listener);

}  // namespace answers
