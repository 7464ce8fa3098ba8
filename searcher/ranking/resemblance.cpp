#include "searcher/ranking/resemblance.h"

#include "indexer/analysis/characters.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace answers {
namespace {

/// The letter that a character counts as; 0 for what stands between words.
char32_t letter_of(const Character& character) {
  if (character.kind == CharacterKind::other) return 0;
  const bool is_capital = character.code_point >= 'A' && character.code_point <= 'Z';
  return is_capital ? character.code_point + ('a' - 'A') : character.code_point;
}

char32_t letter_of_ascii(char byte) {
  static const std::array<char32_t, 128> letters = [] {
    std::array<char32_t, 128> table{};
    for (std::size_t i = 0; i < table.size(); ++i)
      table[i] = letter_of(read_character(std::string(1, static_cast<char>(i)), 0));
    return table;
  }();
  return letters[static_cast<unsigned char>(byte)];
}

}  // namespace

Trigrams::Trigrams(std::string_view text) {
  constexpr std::size_t most_bytes = 1000;
  text = text.substr(0, most_bytes);
  std::vector<std::uint64_t> found;
  found.reserve(text.size() + 1);
  std::uint64_t last_two = ' ';
  std::size_t letters = 1;
  const auto add = [&](char32_t letter) {
    constexpr unsigned bits = 21;  // of a code point
    constexpr std::uint64_t two = (std::uint64_t{1} << 2 * bits) - 1;
    const std::uint64_t three = last_two << bits | letter;
    if (++letters >= 3) found.push_back(three);
    last_two = three & two;
  };
  bool is_blank = true;
  for (std::size_t at = 0; at < text.size();) {
    char32_t letter = 0;
    if ((text[at] & 0x80) == 0) {
      letter = letter_of_ascii(text[at++]);
    } else {
      const Character character = read_character(text, at);
      at += character.length;
      letter = letter_of(character);
    }
    if (letter != 0) {
      add(letter);
    } else if (!is_blank) {
      add(U' ');
    }
    is_blank = letter == 0;
  }
  if (!is_blank) add(U' ');
  std::ranges::sort(found);
  double squares = 0;
  for (std::size_t i = 0; i < found.size();) {
    std::size_t end = i;
    while (end < found.size() && found[end] == found[i]) ++end;
    const auto times = static_cast<float>(end - i);
    counts_.emplace_back(found[i], times);
    squares += static_cast<double>(times) * static_cast<double>(times);
    i = end;
  }
  for (auto& [trigram, count] : counts_) count /= static_cast<float>(std::sqrt(squares));
}

double Trigrams::resemblance(const Trigrams& other) const {
  double sum = 0;
  auto here = counts_.begin();
  for (const auto& [trigram, count] : other.counts_) {
    while (here != counts_.end() && here->first < trigram) ++here;
    if (here == counts_.end()) break;
    if (here->first == trigram)
      sum += static_cast<double>(here->second) * static_cast<double>(count);
  }
  return sum;
}

}  // namespace answers
