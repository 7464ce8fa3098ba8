#include "corpus/wording/known_words.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"

#include <bit>
#include <string>

namespace answers {
namespace {

constexpr bool is_beyond_ascii(char byte) { return (byte & 0x80) != 0; }

/// The first letters of a word, as many as go into a number, in lower case.
struct Beginning {
  std::uint64_t letters = 0;
  std::size_t end = 0;  ///< behind the letters and digits that were read
  bool sure = true;     ///< no sign beyond ASCII is, or may be, a part of it
};

/// The beginning of the first word from `at` on that is no number; of none where there is no such.
Beginning beginning_at(std::string_view text, std::size_t at) {
  while (at < text.size() && !is_letter(text[at]) && !is_beyond_ascii(text[at])) ++at;
  Beginning word;
  for (unsigned shift = 0; shift < 64 && at < text.size(); shift += 8, ++at) {
    const char byte = text[at];
    if (is_beyond_ascii(byte)) word.sure = false;
    if (!is_letter_or_digit(byte)) break;
    word.letters |= std::uint64_t{static_cast<unsigned char>(byte | 0x20)} << shift;
  }
  word.end = at;
  return word;
}

std::size_t hash_of(std::uint64_t letters) {
  return static_cast<std::size_t>(letters * 0x9E3779B97F4A7C15U >> 52U);
}

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
    while (at < text.size() && is_letter_or_digit(text[at])) ++at;
  }
  return false;
}

}  // namespace answers
