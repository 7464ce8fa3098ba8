#pragma once

#include "corpus/input.h"
#include "corpus/listener.h"

#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

namespace answers {

/// One container that collections come in. Each stands in a pair of files of its own,
/// <name>_reader.h/.cpp, and has one line in the table of reader.cpp.
struct Reader {
  std::string_view name;       ///< "markdown": what --explain and --format say
  std::string_view describes;  ///< one line for people
  /// How sure one can be, by path and beginning, that this is the reader for it: 0 not at all,
  /// 1–49 possible, 50–89 likely, 90–100 certain. Looks at `head` alone; O(head).
  int (*recognises)(std::string_view path, std::string_view head);
  /// Reads all of `input`, telling its listener of every record, unanswered question and trouble.
  void (*read)(Input& input);
};

/// All readers, in the order in which equally sure ones are preferred.
std::span<const Reader> readers();

/// The files of a collection: `path` itself when it is a file or "-", else all below it, in byte
/// order of their paths (symbolic links to folders are not followed). What is left out without
/// being opened is told to `listener` as skipped, what cannot be walked as trouble.
std::vector<std::filesystem::path> collection_files(const std::filesystem::path& path,
                                                    Listener& listener);

/// Reads one file or "-". What is not a collection is told to `listener` as skipped; what cannot be
/// read as trouble. Throws only what the listener throws.
void read_file(const std::filesystem::path& path, Listener& listener);

/// Reads all collection_files() of `path`.
void read_collection(const std::filesystem::path& path, Listener& listener);

}  // namespace answers
