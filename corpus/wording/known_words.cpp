#include "corpus/wording/known_words.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/characters/sixteen_bytes.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <string>

namespace answers {
namespace {

constexpr bool is_beyond_ascii(char byte) { return (byte & 0x80) != 0; }

constexpr std::size_t bytes_of_sign = 3;  // Chinese

/// Whether `text` begins with a Chinese sign, which is folded to itself: U+4E00 … U+9FBF.
bool begins_with_chinese_sign(std::string_view text) {
  if (text.size() < bytes_of_sign) return false;
  const auto lead = static_cast<unsigned char>(text[0]);
  const auto second = static_cast<unsigned char>(text[1]);
  return (lead > 0xE4 && lead < 0xE9) || (lead == 0xE4 && second >= 0xB8) ||
         (lead == 0xE9 && second < 0xBF);
}

/// What a word is known by: its first eight letters and digits in lower case, or its first sign
/// where that is Chinese.
struct Beginning {
  std::uint64_t letters = 0;
  std::size_t end = 0;  ///< behind what was read
  bool sure = true;     ///< no other sign beyond ASCII is, or may be, a part of it
};

/// The beginning of the first word from `at` on that is no number; of none where there is no such.
Beginning beginning_at(std::string_view text, std::size_t at) {
  while (at < text.size() && !is_letter(text[at]) && !is_beyond_ascii(text[at])) ++at;
  Beginning word;
  word.end = at;
  if (at == text.size()) return word;
  if (is_beyond_ascii(text[at])) {
    word.sure = begins_with_chinese_sign(text.substr(at));
    if (!word.sure) return word;
    std::memcpy(&word.letters, text.data() + at, bytes_of_sign);
    word.end = at + bytes_of_sign;
    return word;
  }
  Sixteen bytes{};
  if (text.size() - at >= sizeof bytes)
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
  else
    std::memcpy(&bytes, text.data() + at, text.size() - at);
  const Sixteen lower = bytes | 0x20;
  const auto is_word = ((lower >= 'a') & (lower <= 'z')) | ((bytes >= '0') & (bytes <= '9'));
  const std::size_t size =
      std::min(static_cast<std::size_t>(std::countr_one(bits_of(is_word))), sizeof word.letters);
  if constexpr (std::endian::native == std::endian::little) {
    std::memcpy(&word.letters, &lower, sizeof word.letters);
    if (size < sizeof word.letters) word.letters &= (std::uint64_t{1} << 8 * size) - 1;
  } else {
    std::memcpy(&word.letters, &lower, size);
  }
  word.sure =
      size == sizeof word.letters || at + size == text.size() || !is_beyond_ascii(text[at + size]);
  word.end = at + size;
  return word;
}

std::size_t hash_of(std::uint64_t letters) { return letters * 0x9E3779B97F4A7C15U >> 52U; }

}  // namespace

void KnownWords::add(std::string_view phrase) {
  const std::string folded = folded_words(phrase);
  const Beginning word = beginning_at(folded, 0);
  if (!word.sure) return;  // as no text is that holds it
  const std::size_t bit = hash_of(word.letters);
  held_[bit / 64] |= std::uint64_t{1} << bit % 64;
}

bool KnownWords::contains(std::uint64_t word) const {
  const std::size_t bit = hash_of(word);
  return (held_[bit / 64] >> bit % 64 & 1U) != 0;
}

bool KnownWords::may_begin(std::string_view text) const {
  const Beginning word = beginning_at(text, 0);
  return !word.sure || word.letters == 0 || contains(word.letters);
}

bool KnownWords::may_stand_in(std::string_view text) const {
  for (std::size_t at = 0; at < text.size();) {
    const Beginning word = beginning_at(text, at);
    if (!word.sure || (word.letters != 0 && contains(word.letters))) return true;
    at = word.end;
    while (at < text.size()) {
      const std::string_view rest = text.substr(at);
      if (begins_with_chinese_sign(rest))
        at += bytes_of_sign;
      else if (is_letter_or_digit(rest.front()))
        ++at;
      else if (is_beyond_ascii(rest.front()))
        return true;
      else
        break;
    }
  }
  return false;
}

}  // namespace answers
