#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// How Xapian 1.4 lays out a database in its format glass
/// (xapian-core/backends/glass/glass_table.h, glass_postlist.h), said once for what writes it and
/// what reads it.
namespace answers::glass {

/// What a file begins with, before its UUID.
inline constexpr std::string_view magic{"\x0F\x0DXapian Glass\x04\x6E", 16};
inline constexpr std::size_t uuid_bytes = 16;

/// A table is a tree of blocks. A block begins with its revision (4), its level above the leaves
/// (1), most free bytes in one piece (2), free bytes (2) and the end of its directory (2), the
/// places of its items in two bytes each.
inline constexpr std::size_t block_bytes = 8192;
inline constexpr std::size_t level_at = 4;
inline constexpr std::size_t directory_end_at = 9;
inline constexpr std::size_t directory_begin = 11;
inline constexpr std::size_t offset_bytes = 2;

/// An item of a leaf: its size behind this head with three flags, that of the key, the key, the
/// number of the component where it is not the first, and a piece of the tag.
inline constexpr std::size_t item_head = 3;
inline constexpr unsigned is_packed = 0x8000;
inline constexpr unsigned is_last = 0x4000;
inline constexpr unsigned is_first = 0x2000;
/// An item of a branch: the block below, the size of the key, the key, the number of the component.
inline constexpr std::size_t branch_head = 5;
inline constexpr std::size_t component_bytes = 2;
inline constexpr std::size_t longest_key = 255;

/// Two and four bytes, the highest first.
void put2(unsigned char* at, std::size_t number);
void put4(unsigned char* at, std::uint32_t number);
inline unsigned get2(const unsigned char* at) {
  return static_cast<unsigned>(at[0]) << 8 | static_cast<unsigned>(at[1]);
}
inline std::uint32_t get4(const unsigned char* at) { return get2(at) << 16 | get2(at + 2); }

/// So that numbers sort as their bytes do; less than 2^29.
void append_sortable(std::string& bytes, std::uint32_t number);
/// What append_sortable() wrote, all of `bytes`; 0 where it wrote no such thing.
std::uint32_t sortable_number(std::string_view bytes);

/// The key of a record's data.
std::string document_key(std::uint32_t record);

/// The key of a list of postings, or of the chunk of it that begins with a record. Without a term:
/// the lengths of records.
std::string posting_key(std::string_view term, std::uint32_t record = 0);

}  // namespace answers::glass
