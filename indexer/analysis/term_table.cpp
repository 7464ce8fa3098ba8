#include "indexer/analysis/term_table.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>

namespace answers {
namespace {
constexpr std::size_t first_slots = 32;  // a query needs few, and there is a table a language
constexpr std::size_t block_size = std::size_t{32} << 10;
}  // namespace

TermTable::TermTable() { clear(); }

std::uint64_t TermTable::hash_of(std::string_view text) {
  return XXH3_64bits(text.data(), text.size());
}

std::uint32_t TermTable::insert(std::string_view text, std::uint64_t hash) {
  if (texts_.size() * 2 >= slots_.size()) grow();
  if (text.size() > left_in_block_) {
    left_in_block_ = std::max(block_size, text.size());
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(left_in_block_));
    free_ = blocks_.back().get();
  }
  std::ranges::copy(text, free_);
  const auto number = static_cast<std::uint32_t>(texts_.size());
  texts_.emplace_back(free_, text.size());
  free_ += text.size();
  left_in_block_ -= text.size();
  std::size_t slot = hash & mask_;
  while (slots_[slot].number != none) slot = (slot + 1) & mask_;
  slots_[slot] = {static_cast<std::uint32_t>(hash >> 32), number};
  return number;
}

void TermTable::grow() {
  slots_.assign(slots_.size() * 2, Slot{});
  mask_ = slots_.size() - 1;
  for (std::uint32_t number = 0; number < texts_.size(); ++number) {
    const std::uint64_t hash = hash_of(texts_[number]);
    std::size_t slot = hash & mask_;
    while (slots_[slot].number != none) slot = (slot + 1) & mask_;
    slots_[slot] = {static_cast<std::uint32_t>(hash >> 32), number};
  }
}

void TermTable::clear() {
  slots_.assign(first_slots, Slot{});
  slots_.shrink_to_fit();
  mask_ = first_slots - 1;
  texts_.clear();
  blocks_.clear();
  left_in_block_ = 0;
}

}  // namespace answers
