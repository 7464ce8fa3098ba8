#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace answers {

/// Two neighbouring letters of a run in a script without blanks between words (or of Hangul), as
/// the index has them.
struct LetterPair {
  std::u32string letters{};  ///< folded
  bool is_known = false;     ///< some record has them
};

/// What the pairs of one run are.
struct UnspacedPairs {
  std::vector<bool> joins{};    ///< it only joins a word to what follows: another, a particle
  std::vector<bool> unknown{};  ///< of a word that no record has; it would find letters of others
  bool are_apart = false;  ///< three or four letters, which no record has in a row as they are, but
                           ///< words of two of them
};

/// Finds the words that no record has in a run of neighbouring pairs, each beginning with the
/// letter that the one before it ends with. A word is in no record where two neighbours of its
/// letters are in none, unless both are in records with their other neighbours: then these two only
/// join a word to the next, of Chinese or Hangul. Of three or four letters of Chinese, mostly two
/// words, one that records have is found without the other; what reaches into Hiragana, and the
/// last pair of Hangul where it ends in a particle, says nothing of the word before. O(pairs).
UnspacedPairs unspaced_pairs(const std::vector<LetterPair>& run);

}  // namespace answers
