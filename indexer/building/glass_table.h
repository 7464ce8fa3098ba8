#pragma once

#include "indexer/generations/glass_format.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace answers {

/// A table of a glass database (Xapian 1.4: xapian-core/backends/glass/glass_table.h), a B-tree of
/// keys with tags, written in one go from its first key to its last: there is no tree to search and
/// no block to split. Other programs may not read it before it is finished. Throws
/// std::system_error where it cannot be written.
class GlassTable {
 public:
  /// Begins the file. `least_packed`: the size from which Xapian would try to pack tags.
  GlassTable(const std::filesystem::path& file, std::uint32_t least_packed);

  /// A key above the last one, of 255 bytes at most (std::length_error), with its tag.
  void add(std::string_view key, std::string_view tag);

  /// Ends the file. What the database's version file says of the table.
  std::string finish();

  /// The same of a table that is not there.
  static std::string nothing(std::uint32_t least_packed);

 private:
  /// The directory of offsets grows from the front, what they lead to from the end.
  struct Block {
    std::array<unsigned char, glass::block_bytes> bytes{};
    std::size_t directory_end = glass::directory_begin;
    std::size_t items_begin = glass::block_bytes;
    std::string first_key{};  ///< as the block above knows it
    std::uint16_t first_component = 0;

    bool has_room(std::size_t item) const;
    /// Room for an item, at the end of the directory.
    unsigned char* add(std::size_t item);
  };

  void add_item(std::string_view key, std::uint16_t component, bool last, std::string_view tag);
  void end_leaf();
  void add_branch(std::size_t level, std::string_view key, std::uint16_t component,
                  std::uint32_t block);
  /// Its number.
  std::uint32_t write(Block& block, std::size_t level);

  std::filesystem::path path_;
  std::ofstream file_;
  std::uint32_t least_packed_;
  std::uint32_t blocks_ = 0;
  std::uint64_t entries_ = 0;
  Block leaf_;
  std::string last_key_;
  std::vector<Block> branches_;  ///< by level, 0 directly above the leaves
};

}  // namespace answers
