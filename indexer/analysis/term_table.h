#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace answers {

/// Strings, each kept once and numbered from 0 in the order they came in. A view of one stays
/// valid until clear().
class TermTable {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  TermTable();

  /// The number of `text`, or `none`. `hash` is hash_of(text).
  std::uint32_t find(std::string_view text, std::uint64_t hash) const {
    for (std::size_t slot = hash & mask_;; slot = (slot + 1) & mask_) {
      const Slot& here = slots_[slot];
      if (here.number == none) return none;
      if (here.hash == static_cast<std::uint32_t>(hash >> 32) && texts_[here.number] == text)
        return here.number;
    }
  }
  /// Puts in `text`, which must not be there yet.
  std::uint32_t insert(std::string_view text, std::uint64_t hash);

  std::string_view operator[](std::uint32_t number) const { return texts_[number]; }
  std::size_t size() const { return texts_.size(); }
  void clear();

  static std::uint64_t hash_of(std::string_view text);

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t number = none;
  };

  void grow();

  std::vector<Slot> slots_;
  std::size_t mask_ = 0;
  std::vector<std::string_view> texts_;
  std::vector<std::unique_ptr<char[]>> blocks_;
  std::size_t left_in_block_ = 0;
  char* free_ = nullptr;
};

}  // namespace answers
