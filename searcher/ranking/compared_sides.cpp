// What EvidenceReader sees of the two things that a query compares.
#include "searcher/ranking/evidence.h"

#include <algorithm>

namespace answers {
namespace {

/// Whether a word stands at most so many places from one of `others`.
bool stands_beside_any(std::uint32_t word, const std::vector<std::uint32_t>& others,
                       std::uint32_t distance, const std::vector<Occurrence>& found) {
  const Occurrence* last[2] = {};  // of the others, of the word
  for (const Occurrence& one : found) {
    const bool is_word = one.word == word;
    if (!is_word && std::ranges::find(others, one.word) == others.end()) continue;
    const Occurrence* before = last[is_word ? 0 : 1];
    if (before != nullptr && one.position <= before->position + distance) return true;
    last[is_word ? 1 : 0] = &one;
  }
  return false;
}

}  // namespace

bool EvidenceReader::is_letter_of_several(std::uint32_t word,
                                          const std::vector<std::uint32_t>& side) const {
  constexpr std::size_t most = 4;  // words of a side that is typed, and not pasted
  return side.size() > 1 && side.size() <= most && word < 64 &&
         query_.words[word].folded.size() == 1 && query_.words[word].folded.front() >= 'a';
}

std::uint64_t EvidenceReader::letters_beside(const std::vector<Occurrence>& found) const {
  std::uint64_t beside = 0;
  for (const auto& side : query_.sides) {
    for (const std::uint32_t word : side) {
      if (!is_letter_of_several(word, side)) continue;
      // Where records write "k-means", a "small k means" is none.
      const bool is_joined = std::ranges::find(query_.words[word].forms, WordForm::Origin::joined,
                                               &WordForm::origin) != query_.words[word].forms.end();
      if (stands_beside_any(word, side, is_joined ? 0 : 1, found))
        beside |= std::uint64_t{1} << word;
    }
  }
  return beside;
}

double EvidenceReader::share_of_side(std::uint32_t word, const std::vector<std::uint32_t>& side,
                                     std::span<const float> shares, std::uint64_t beside) const {
  const bool is_alone = is_letter_of_several(word, side) && ((beside >> word) & 1) == 0;
  return is_alone ? 0 : static_cast<double>(shares[word]);
}

bool EvidenceReader::is_compared(std::uint32_t word) const {
  return std::ranges::any_of(query_.sides, [word](const auto& side) {
    return std::ranges::find(side, word) != side.end();
  });
}

double EvidenceReader::of_both_sides(std::span<const float> shares, std::uint64_t beside) const {
  double least = 1;
  for (const auto& side : query_.sides) {
    double mass = 0;
    double whole = 0;
    for (const std::uint32_t word : side) {
      mass += query_.words[word].mass() * share_of_side(word, side, shares, beside);
      whole += query_.words[word].mass();
    }
    least = std::min(least, whole > 0 ? mass / whole : 0);
  }
  return least;
}

std::array<double, 2> EvidenceReader::of_each_side(std::span<const float> shares,
                                                   std::uint64_t beside) const {
  constexpr std::size_t few = 2;  // words of a side: all must be there, of "k means" not only "k"
  std::array<double, 2> sides{};
  for (std::size_t i = 0; i < sides.size(); ++i) {
    const auto& side = query_.sides[i];
    double mass = 0;
    double whole = 0;
    std::size_t lacking = 0;
    for (const std::uint32_t word : side) {
      const bool stands_there = share_of_side(word, side, shares, beside) >= least_of_compared;
      if (stands_there) mass += query_.words[word].mass();
      if (!stands_there) ++lacking;
      whole += query_.words[word].mass();
    }
    if (whole > 0 && (lacking == 0 || side.size() > few)) sides[i] = mass / whole;
  }
  return sides;
}

}  // namespace answers
