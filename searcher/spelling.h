#pragma once

#include "indexer/analysis.h"

#include <xapian.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace answers {

/// A word that a mistyped one may have been meant for.
struct Correction {
  std::string word{};     ///< folded, as it may be typed
  std::string term{};     ///< of the index
  double likelihood = 0;  ///< of the typing error alone; comparable for one mistyped word
  double records = 0;     ///< that have the term
};

/// The words one typing error away from `word` (folded) whose terms are in the index, in no order:
/// a letter left out, one too many, a wrong one, two swapped. Their likelihoods follow Pollock and
/// Zamora 1983, "Collection and characterization of spelling errors in scientific and scholarly
/// text": the shares of the kinds of errors, and that doubled letters are likelier than others and
/// the first letter is seldom wrong; that neighbours on the keyboard are, by how much, is a guess.
/// Where there are none, those two errors away for words of eight letters and more that keep their
/// first three. A stem is what the index knows, so a word may come that no record has in this
/// inflection. Empty for words with anything but a–z, shorter than four letters or longer than 32.
/// Costs about a thousand stems and 200 look-ups.
std::vector<Correction> corrections(std::string_view word, std::string_view language,
                                    Analyser& analyser, const Xapian::Database& index);

/// Letters to leave out, add, change, or swap with the next one (optimal string alignment), to make
/// one word of the other; limit + 1 when it is more than `limit`. O(length × length).
std::size_t edit_distance(std::string_view one, std::string_view other, std::size_t limit);

}  // namespace answers
