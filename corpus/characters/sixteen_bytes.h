#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace answers {

/// Sixteen bytes of a text that are looked at together: comparing them gives -1 or 0 for each.
using Sixteen [[gnu::vector_size(16)]] = unsigned char;

/// A bit for each of sixteen for which a comparison holds, that of the first byte the lowest.
template <typename Comparison>
std::uint32_t bits_of(const Comparison& comparison) {
  static_assert(sizeof comparison == sizeof(Sixteen));
#ifdef __SSE2__
  return static_cast<std::uint32_t>(_mm_movemask_epi8(std::bit_cast<__m128i>(comparison)));
#else
  std::uint32_t bits = 0;
  for (std::size_t i = 0; i < sizeof comparison; ++i)
    bits |= static_cast<std::uint32_t>(comparison[i] & 1) << i;
  return bits;
#endif
}

/// The first of sixteen for which a comparison holds; 16: none.
template <typename Comparison>
std::size_t first_that_holds(const Comparison& comparison) {
  return static_cast<std::size_t>(std::countr_zero(bits_of(comparison) | 1U << sizeof(Sixteen)));
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
  std::uint32_t bits = 0;
  if (text.size() >= sizeof bytes) {  // the last sixteen, of which some are known
    std::memcpy(&bytes, text.data() + text.size() - sizeof bytes, sizeof bytes);
    bits = bits_of(wanted(bytes)) >> (sizeof bytes - left);
  } else {
    bytes = Sixteen{};
    std::memcpy(&bytes, text.data() + at, left);
    bits = bits_of(wanted(bytes));
  }
  return at + static_cast<std::size_t>(std::countr_zero(bits | 1U << left));
}

/// Where what stands behind the last `byte` begins; 0: there is none.
inline std::size_t behind_last(std::string_view text, char byte) {
  const auto wanted = static_cast<unsigned char>(byte);
  Sixteen bytes{};
  std::size_t end = text.size();
  for (; end >= sizeof bytes; end -= sizeof bytes) {
    std::memcpy(&bytes, text.data() + end - sizeof bytes, sizeof bytes);
    const std::uint32_t bits = bits_of(bytes == wanted);
    if (bits != 0) return end - sizeof bytes + static_cast<std::size_t>(std::bit_width(bits));
  }
  while (end > 0 && text[end - 1] != byte) --end;
  return end;
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
  if (at + 2 > text.size()) return text.size();
  const std::size_t left = text.size() - at - 1;  // pairs
  std::uint32_t bits = 0;
  if (text.size() > sizeof bytes) {
    std::memcpy(&bytes, text.data() + text.size() - 1 - sizeof bytes, sizeof bytes);
    std::memcpy(&behind, text.data() + text.size() - sizeof bytes, sizeof bytes);
    bits = bits_of(wanted(bytes, behind)) >> (sizeof bytes - left);
  } else {
    bytes = behind = Sixteen{};
    std::memcpy(&bytes, text.data() + at, left + 1);
    std::memcpy(&behind, text.data() + at + 1, left);
    bits = bits_of(wanted(bytes, behind));
  }
  const auto found = static_cast<std::size_t>(std::countr_zero(bits | 1U << left));
  return found < left ? at + found : text.size();
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
