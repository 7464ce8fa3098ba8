#include "indexer/building/glass_table.h"

#include "indexer/generations/bytes.h"

#include <algorithm>
#include <cerrno>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace answers {
namespace {

using namespace glass;

constexpr std::size_t most_components = 65535;
constexpr std::size_t least_items = 4;  // that fit into a block

/// What a database says of a table; `levels` above the leaves.
std::string root_info(std::uint32_t root, std::size_t levels, bool is_there, std::uint64_t entries,
                      std::size_t block, std::uint32_t least_packed, std::string_view free_blocks) {
  constexpr unsigned is_sequential = 2;
  std::string info;
  append_leb128(info, root);
  append_leb128(info, levels << 2 | is_sequential | (is_there ? 0U : 1U));
  append_leb128(info, entries);
  append_leb128(info, block >> 11);
  append_leb128(info, least_packed);
  append_text(info, free_blocks);
  return info;
}

}  // namespace

bool GlassTable::Block::has_room(std::size_t item) const {
  return directory_end + offset_bytes + item <= items_begin;
}

unsigned char* GlassTable::Block::add(std::size_t item) {
  items_begin -= item;
  put2(bytes.data() + directory_end, items_begin);
  directory_end += offset_bytes;
  return bytes.data() + items_begin;
}

GlassTable::GlassTable(const std::filesystem::path& file, std::uint32_t least_packed)
    : path_(file), file_(file, std::ios::binary), least_packed_(least_packed) {
  // Each tree begins with an item that has neither key nor tag.
  unsigned char* const null_item = leaf_.add(item_head);
  put2(null_item, is_first | is_last);
  null_item[2] = 0;
}

void GlassTable::add(std::string_view key, std::string_view tag) {
  constexpr std::size_t largest_item =
      (block_bytes - directory_begin - least_items * offset_bytes) / least_items;
  if (key.size() > longest_key) throw std::length_error("a key of an index is too long");
  const std::size_t piece = largest_item - item_head - key.size() - component_bytes;
  std::size_t component = 1;
  std::size_t taken = piece + component_bytes;  // the first has no number
  for (;; taken = piece) {
    const std::string_view part = tag.substr(0, taken);
    tag.remove_prefix(part.size());
    add_item(key, static_cast<std::uint16_t>(component), tag.empty(), part);
    if (tag.empty()) break;
    if (++component > most_components) throw std::length_error("an entry of an index is too long");
  }
  last_key_ = key;
  ++entries_;
}

void GlassTable::add_item(std::string_view key, std::uint16_t component, bool last,
                          std::string_view tag) {
  const bool first = component == 1;
  const std::size_t size = item_head + key.size() + (first ? 0 : component_bytes) + tag.size();
  if (!leaf_.has_room(size)) {
    end_leaf();
    // The shortest key that parts the two blocks.
    std::size_t common = 0;
    const std::size_t shorter = std::min(key.size(), last_key_.size());
    if (first) {
      while (common < shorter && key[common] == last_key_[common]) ++common;
    } else {
      common = key.size();
    }
    leaf_ = Block();
    leaf_.first_key = key.substr(0, common + 1);
    leaf_.first_component = component;
  }
  unsigned char* const item = leaf_.add(size);
  put2(item, (size - item_head) | (last ? is_last : 0U) | (first ? is_first : 0U));
  item[2] = static_cast<unsigned char>(key.size());
  unsigned char* behind = std::ranges::copy(key, item + item_head).out;
  if (!first) {
    put2(behind, component);
    behind += component_bytes;
  }
  std::ranges::copy(tag, behind);
}

void GlassTable::end_leaf() {
  const std::uint32_t number = write(leaf_, 0);
  add_branch(0, leaf_.first_key, leaf_.first_component, number);
}

void GlassTable::add_branch(std::size_t level, std::string_view key, std::uint16_t component,
                            std::uint32_t block) {
  if (level == branches_.size()) branches_.emplace_back();
  const std::size_t size = branch_head + key.size() + component_bytes;
  if (!branches_[level].has_room(size)) {
    const std::uint32_t number = write(branches_[level], level + 1);
    const Block full = std::exchange(branches_[level], Block());
    add_branch(level + 1, full.first_key, full.first_component, number);
  }
  Block& branch = branches_[level];
  if (branch.directory_end == directory_begin) {
    branch.first_key = key;
    branch.first_component = component;
  }
  unsigned char* const item = branch.add(size);
  put4(item, block);
  item[4] = static_cast<unsigned char>(key.size());
  put2(std::ranges::copy(key, item + branch_head).out, component);
}

std::uint32_t GlassTable::write(Block& block, std::size_t level) {
  const std::size_t free = block.items_begin - block.directory_end;
  put4(block.bytes.data(), 1);
  block.bytes[level_at] = static_cast<unsigned char>(level);
  put2(block.bytes.data() + 5, free);
  put2(block.bytes.data() + 7, free);
  put2(block.bytes.data() + directory_end_at, block.directory_end);
  file_.write(reinterpret_cast<const char*>(block.bytes.data()), block_bytes);
  return blocks_++;
}

std::string GlassTable::finish() {
  std::uint32_t root = 0;
  if (branches_.empty()) {
    root = write(leaf_, 0);
  } else {
    end_leaf();
    for (std::size_t level = 0; level < branches_.size(); ++level) {
      root = write(branches_[level], level + 1);
      if (level + 1 < branches_.size())
        add_branch(level + 1, branches_[level].first_key, branches_[level].first_component, root);
    }
  }
  errno = 0;
  file_.close();
  if (!file_) throw std::system_error(errno, std::generic_category(), path_.string());
  std::string free_blocks;  // none below the end of the file
  append_leb128(free_blocks, 1);
  append_leb128(free_blocks, blocks_);
  free_blocks.append(4, '\0');
  return root_info(root, branches_.size(), true, entries_, block_bytes, least_packed_, free_blocks);
}

std::string GlassTable::nothing(std::uint32_t least_packed) {
  return root_info(0, 0, false, 0, block_bytes, least_packed, {});
}

}  // namespace answers
