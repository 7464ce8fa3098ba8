#include "searcher/query/unspaced_words.h"

#include "searcher/query/hangul_spelling.h"

#include <algorithm>

namespace answers {
namespace {

bool is_hiragana(char32_t letter) { return letter >= 0x3041 && letter <= 0x309F; }

bool is_han(char32_t letter) {
  return (letter >= 0x3400 && letter <= 0x9FFF) || (letter >= 0x20000 && letter <= 0x3FFFF);
}

bool is_hangul(char32_t letter) { return letter >= 0xAC00 && letter <= 0xD7A3; }

bool are_all(const LetterPair& pair, bool (*is_one)(char32_t)) {
  return pair.letters.size() == 2 && std::ranges::all_of(pair.letters, is_one);
}

/// Whether a pair only joins two words: it is in no record, and those on either side of it are.
bool is_joint(const std::vector<LetterPair>& run, std::size_t i) {
  if (i == 0 || i + 1 >= run.size() || run[i].is_known) return false;
  if (!run[i - 1].is_known || !run[i + 1].is_known) return false;
  const auto stands_between = [&](bool (*is_one)(char32_t)) {
    return are_all(run[i - 1], is_one) && are_all(run[i + 1], is_one);
  };
  return stands_between(is_han) || stands_between(is_hangul);
}

}  // namespace

UnspacedPairs unspaced_pairs(const std::vector<LetterPair>& run) {
  constexpr std::size_t pairs_of_three_letters = 2;
  constexpr std::size_t pairs_of_four_letters = 3;
  const auto ends_in_hiragana = [](const LetterPair& pair) {
    return std::ranges::any_of(pair.letters, is_hiragana);
  };
  const bool is_all_hiragana = std::ranges::all_of(run, ends_in_hiragana);
  UnspacedPairs pairs{.joins = std::vector<bool>(run.size()),
                      .unknown = std::vector<bool>(run.size())};
  for (std::size_t i = 0; i < run.size(); ++i) {
    const bool is_last = i > 0 && i + 1 == run.size();
    const bool is_particle = is_last && run[i].letters.size() == 2 &&
                             is_hangul(run[i].letters[1]) &&
                             is_particle_syllable(run[i].letters[1]);
    pairs.joins[i] =
        is_particle || is_joint(run, i) || (!is_all_hiragana && ends_in_hiragana(run[i]));
  }
  const bool is_han_alone = std::ranges::all_of(run, [](const LetterPair& pair) {
    return pair.letters.size() == 2 && std::ranges::all_of(pair.letters, is_han);
  });
  const auto known = std::ranges::count_if(run, &LetterPair::is_known);
  if (is_han_alone && run.size() == pairs_of_three_letters && known == 1) {
    pairs.unknown = {!run[0].is_known, !run[1].is_known};
    pairs.joins = pairs.unknown;
    pairs.are_apart = true;
    return pairs;
  }
  const bool has_two_halves = run.size() == pairs_of_four_letters;
  if (is_han_alone && has_two_halves && run[0].is_known != run[2].is_known) {
    pairs.joins[1] = true;
    pairs.unknown = {!run[0].is_known, true, !run[2].is_known};
    return pairs;
  }
  pairs.are_apart = has_two_halves && is_joint(run, 1);
  bool is_unknown = false;
  for (std::size_t i = 0; i < run.size(); ++i)
    is_unknown = is_unknown || (!run[i].is_known && !pairs.joins[i]);
  if (is_unknown) pairs.unknown.assign(run.size(), true);
  return pairs;
}

}  // namespace answers
