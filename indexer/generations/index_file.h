#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

/// The files of an index are data and never a program. A text file in a database's place makes
/// Xapian start what it names, and a link leads anywhere: so no path of an index is ever given to
/// Xapian, only the descriptor of a file that was opened and looked at here.
namespace answers {

/// There is no index that can be used: none at all, of another version, damaged beyond its
/// previous generation, or not to be trusted. what() is a sentence for people that says what to do.
/// Exit code 3.
class IndexUnusable : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// What is stored turned out not to be what was written.
class IndexDamaged : public IndexUnusable {
  using IndexUnusable::IndexUnusable;
};

/// A file of an index, open for reading.
class IndexFile {
 public:
  /// Throws IndexUnusable when `path` is a link, a pipe or anything else but a regular file, and
  /// std::system_error when it cannot be opened. Never waits.
  explicit IndexFile(const std::filesystem::path& path);
  ~IndexFile();
  IndexFile(const IndexFile&) = delete;
  IndexFile& operator=(const IndexFile&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::uint64_t size() const { return size_; }  ///< in bytes, when it was opened
  /// The same file once more. Throws std::system_error.
  IndexFile again() const;
  /// Fills `to` with what stands at `offset`; the number of bytes, less where the file ends. Throws
  /// std::system_error when it cannot be read.
  std::size_t read(std::uint64_t offset, std::span<char> to) const;
  /// All of it. Throws IndexUnusable when it is larger than `most` bytes, std::system_error when it
  /// cannot be read.
  std::string text(std::size_t most) const;
  /// XXH3-128 of its bytes, 32 hexadecimal digits; some 5 GB/s. Throws std::system_error.
  std::string digest() const;
  /// The database in it; to be called once, at the end. Throws Xapian::Error.
  Xapian::Database database();

 private:
  IndexFile(std::filesystem::path path, int descriptor, std::uint64_t size)
      : path_(std::move(path)), descriptor_(descriptor), size_(size) {}

  std::filesystem::path path_;
  int descriptor_;
  std::uint64_t size_ = 0;
};

/// A file that is written for an index: made anew, never one that is there already. Synced before
/// it is closed.
void write_index_file(const std::filesystem::path& path, std::string_view text);

/// Makes the database `to`, a single file that was not there, of `from`. Throws Xapian::Error and
/// std::system_error.
void compact_to_file(Xapian::Database from, const std::filesystem::path& to);

}  // namespace answers
