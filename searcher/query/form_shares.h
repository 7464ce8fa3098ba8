#pragma once

#include "searcher/query/query.h"

#include <algorithm>
#include <cstddef>

/// What the forms of a query's word count, as shares of its weight, and from how many records on a
/// word is common or rare (tests/relevance/ranking.md).
namespace answers {

inline constexpr double synonym_share = 0.3;
inline constexpr double synonym_share_alone = 0.6;   // where hardly any record has the word itself
inline constexpr double abbreviation_share = 0.9;    // "database" for "db"
inline constexpr double derived_share = 0.8;         // "disagreement" for "disagreed"
inline constexpr double long_form_share = 0.7;       // "principal component analysis" for PCA
inline constexpr double long_form_share_alone = 1;   // and where no record has the short one
inline constexpr double long_form_word_share = 0.3;  // and for each of its words by itself
inline constexpr double short_form_share = 0.3;      // and PCA for each of its words
inline constexpr double misspelt_share = 0.4;    // of words that a mistyped one may be meant for
inline constexpr double other_stem_share = 0.5;  // of a word in backticks
inline constexpr double joined_share = 0.5;      // "autoencoder" for each word of "auto encoder"
inline constexpr double cut_share = 0.9;         // "deviation" for "dev"

/// A word in more than a fifth of the records says little beside one that is mistyped.
inline constexpr double most_common = 1.6;
inline constexpr double hardly_any = 3;  // records, and a thousandth, that have an acronym
/// A letter alone ("k" of k-NN) says little; a word that counts less was not asked for.
inline constexpr double letter_weight = 0.1;
inline constexpr std::size_t most_looked_up = 64;  // words of a query, beside their neighbours
/// A query of so many words may have been typed as one types into a search box: cut, parted, with
/// an error in a word that some record has.
inline constexpr std::size_t few_typed = 4;

/// What a form of a word counts at most.
inline double weight_of(const WordForm& form, const QueryWord& word) {
  return word.weight * form.share * std::min(word.information, form.information);
}

}  // namespace answers
