#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace answers {

/// Sixteen bytes of a text that are looked at together: comparing them gives -1 or 0 for each.
using Sixteen [[gnu::vector_size(16)]] = unsigned char;

/// The first of sixteen for which a comparison holds; 16: none.
template <typename Comparison>
std::size_t first_that_holds(const Comparison& comparison) {
  static_assert(sizeof comparison == sizeof(Sixteen));
  std::array<std::uint64_t, 2> halves{};
  std::memcpy(halves.data(), &comparison, sizeof comparison);
  for (std::size_t i = 0; i < 2; ++i) {
    if (halves[i] == 0) continue;
    const int zeros = std::endian::native == std::endian::little ? std::countr_zero(halves[i])
                                                                 : std::countl_zero(halves[i]);
    return i * 8 + static_cast<std::size_t>(zeros) / 8;
  }
  return sizeof(Sixteen);
}

/// Where the first byte of text[at…] stands for which `wanted`, a comparison of Sixteen, holds;
/// text.size(): nowhere.
template <typename Wanted>
std::size_t find_byte(std::string_view text, std::size_t at, Wanted wanted) {
  Sixteen bytes{};
  for (; at + sizeof bytes <= text.size(); at += sizeof bytes) {
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    const std::size_t found = first_that_holds(wanted(bytes));
    if (found < sizeof bytes) return at + found;
  }
  const std::size_t left = text.size() - at;
  if (left == 0) return at;
  bytes = Sixteen{};
  std::memcpy(&bytes, text.data() + at, left);
  const std::size_t found = first_that_holds(wanted(bytes));
  return found < left ? at + found : text.size();
}

/// Where the first byte of text[at…] stands for which, with the one behind it, `wanted`, a
/// comparison of Sixteen and the Sixteen behind each of them, holds; text.size(): nowhere.
template <typename Wanted>
std::size_t find_pair(std::string_view text, std::size_t at, Wanted wanted) {
  Sixteen bytes{};
  Sixteen behind{};
  for (; at + sizeof bytes + 1 <= text.size(); at += sizeof bytes) {
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    std::memcpy(&behind, text.data() + at + 1, sizeof bytes);
    const std::size_t found = first_that_holds(wanted(bytes, behind));
    if (found < sizeof bytes) return at + found;
  }
  const std::size_t left = text.size() - at;
  if (left < 2) return text.size();
  bytes = behind = Sixteen{};
  std::memcpy(&bytes, text.data() + at, left);
  std::memcpy(&behind, text.data() + at + 1, left - 1);
  const std::size_t found = first_that_holds(wanted(bytes, behind));
  return found + 1 < left ? at + found : text.size();
}

/// Whether `text` holds `part`, of two bytes or more whose first is frequent in texts, as a letter
/// is: std::string_view::find() stops at each.
inline bool holds(std::string_view text, std::string_view part) {
  const auto first = static_cast<unsigned char>(part[0]);
  const auto second = static_cast<unsigned char>(part[1]);
  const auto begins = [first, second](const Sixteen& bytes, const Sixteen& behind) {
    return (bytes == first) & (behind == second);
  };
  for (std::size_t at = find_pair(text, 0, begins); at < text.size();
       at = find_pair(text, at + 1, begins)) {
    if (text.substr(at).starts_with(part)) return true;
  }
  return false;
}

}  // namespace answers
