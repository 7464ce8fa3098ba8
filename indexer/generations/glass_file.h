#pragma once

#include "indexer/generations/glass_format.h"
#include "indexer/generations/index_file.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace answers {

/// A finished database of Xapian's in one file, as compact_to_file() makes it, read block by block
/// without Xapian: to see an entry takes a few dozen instructions. What it holds may be a
/// stranger's: nothing in it leads beyond a block or in a circle, and what cannot be is told as
/// IndexDamaged. Not thread-safe.
class GlassFile {
 public:
  enum Table : std::size_t { postings, documents };

  /// Throws IndexDamaged where it is none, std::system_error where it cannot be read.
  explicit GlassFile(const IndexFile& file);

 private:
  friend class GlassCursor;

  /// Above the leaves: 30 keys of the longest fit into a block.
  static constexpr std::size_t most_levels = 8;

  struct Tree {
    bool is_empty = true;
    std::uint32_t root = 0;
    std::size_t levels = 0;  ///< above the leaves
  };
  struct Cached {
    std::uint32_t number = 0;
    std::unique_ptr<std::array<unsigned char, glass::block_bytes>> bytes{};
  };

  /// A block that stands so many levels above the leaves; until another is asked for.
  const unsigned char* block(std::uint32_t number, std::size_t level);
  [[noreturn]] void damaged() const;

  IndexFile file_;
  std::array<Tree, 2> trees_{};
  std::vector<Cached> cache_;
};

/// A place in a table, which must outlive it. What it throws is what GlassFile throws.
class GlassCursor {
 public:
  GlassCursor(GlassFile& file, GlassFile::Table table);

  /// Goes to the entry with that key; or else to the last one before it, and is false then, without
  /// a place where there is none.
  bool find(std::string_view key);
  /// To the next entry; false behind the last one, where it has no place any more.
  bool next();
  bool has_place() const { return has_place_; }
  /// Of the entry, until another block is asked for.
  std::string_view key() { return item().key; }
  /// The beginning of its tag, likewise.
  std::string_view first_of_tag() { return item().tag; }
  /// Whether the tag is what zlib makes of it.
  bool is_packed() { return item().is_packed; }
  /// Fills `tag` with the tag of the entry, all of its pieces. The place stays within the entry.
  void read_tag(std::string& tag);
  /// What does not fit to what is read: throws IndexDamaged.
  [[noreturn]] void damaged() const { file_->damaged(); }

 private:
  struct Step {
    std::uint32_t block = 0;
    std::size_t item = 0;
  };
  struct Item {
    std::string_view key{};
    std::size_t component = 1;
    bool is_last = false;
    bool is_packed = false;
    std::string_view tag{};
  };

  Item item() const;
  bool step_forward();
  bool step_back();
  void descend(std::size_t from, bool to_last);

  GlassFile* file_;
  GlassFile::Tree tree_;
  std::array<Step, GlassFile::most_levels + 1> path_{};  ///< from the leaf up
  bool has_place_ = false;
};

}  // namespace answers
