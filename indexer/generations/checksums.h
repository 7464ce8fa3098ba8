#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The file `checksums` of a generation says what its other files are, byte by byte: a line with
/// the format, then "DIGEST SIZE NAME" for each (XXH3-128; the head first, the segments in their
/// order, what is for people and other programs last), and the digest of the lines before it.
namespace answers {

inline constexpr std::string_view checksums_name = "checksums";
inline constexpr std::string_view head_name = "head";
/// Lists the databases for Xapian's own programs.
inline constexpr std::string_view stub_name = "XAPIANDB";
/// The collections that the generation was made of, as the manifest names them, a line each.
inline constexpr std::string_view collections_name = "collections";

struct FileSum {
  std::string name{};
  std::uint64_t size = 0;  ///< in bytes
  std::string digest{};
};

struct Checksums {
  std::string format{};  ///< schema::format of whoever wrote it
  std::vector<FileSum> files{};
  bool whole = true;  ///< false: damaged, and `files` are those whose lines can still be read
};

/// Whether `name` is that of a segment: nothing that leads out of the folder is.
bool is_segment(std::string_view name);

/// What `text` says: never throws.
Checksums parse_checksums(std::string_view text);
std::string to_text(const Checksums& checksums);

/// The checksums of the generation in `folder`. Throws std::system_error when there are none or
/// they cannot be read, IndexUnusable when they are no regular file or too large.
Checksums read_checksums(const std::filesystem::path& folder);

/// Sizes and digests of the files in `folder` of those names. Those of `known` are taken over.
std::vector<FileSum> sums_of(const std::filesystem::path& folder,
                             std::span<const std::string> names, std::span<const FileSum> known);

/// The stub file of the generation in a folder of that name: lists its databases, by way of the
/// folder above. Whoever opens it through a link that leads to another generation a moment later
/// has all of the first one all the same.
std::string stub_of(std::string_view generation, std::span<const FileSum> files);

/// Collections as the lines of a file, and back.
std::string to_lines(std::span<const std::string> roots);
std::vector<std::string> from_lines(std::string_view text);

}  // namespace answers
