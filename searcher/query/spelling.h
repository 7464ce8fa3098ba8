#pragma once

#include "indexer/analysis/analysis.h"
#include "indexer/generations/index.h"
#include "searcher/matching/best_matches.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace answers {

/// A word that a mistyped one may have been meant for.
struct Correction {
  std::string word{};      ///< folded, as it may be typed
  std::string term{};      ///< of the index
  double probability = 0;  ///< of all that may have been meant, the word as it was typed included
  /// The word as it was typed is rather one that no record has ("gil" beside "python"): to be
  /// offered, however probable, and not to be searched for without leave.
  bool is_doubtful = false;
};

/// What stands beside a mistyped word.
struct Surroundings {
  /// The other words of the query that tell something.
  std::vector<WeightedTerm> others{};
  double best_score = 0;  ///< that a record has for `others`
  std::string before{};   ///< the term of the word before it; empty for none
  std::string after{};
  bool is_short = false;  ///< the query is a few words, of which none will be a function word
};

/// What a word that no record has (folded) was meant for, likeliest first: at most six words one
/// typing error away, or, where there are none, two errors away for words of eight letters and more
/// that keep their first three. Only words that records write so, or of which they write the stem
/// with another of the regular endings. Empty for words that are not of one alphabet
/// (alphabet_of()), shorter than three letters or longer than 32.
///
/// A noisy channel (Kernighan, Church, Gale, A spelling correction program based on a noisy channel
/// model, 1990): how likely the error is (one_error_away()), times how common the word is, times
/// how well it fits. A word fits if records that have it say the rest of the query and have its
/// neighbours beside it. That the word is right and no record has it competes with all of them,
/// the more so if it is a word of ordinary texts. Measured in tests/relevance/spelling.md.
///
/// Costs about a thousand stems, 200 look-ups, six queries and the reading of up to 72 records.
std::vector<Correction> corrections(std::string_view word, std::string_view language,
                                    const Surroundings& surroundings, Analyser& analyser,
                                    const Index& index);

/// What a word that some record has (folded, found by `term`) was typed for, where neither
/// neighbour stands beside it anywhere, but at least three times beside a word that is one typing
/// error away: "decent" of "gradient decent". Only the neighbours of `surroundings` are looked at.
/// nullopt for none. Costs about what corrections() does, where there is no such neighbour.
std::optional<Correction> meant_by_neighbours(std::string_view word, const std::string& term,
                                              std::string_view language, Surroundings surroundings,
                                              Analyser& analyser, const Index& index);

/// What a word that few records have (folded, found by `term`) may have been typed for, since
/// thirty times as many have one that is a single typing error away: "vacuum" of "vaccum", which
/// some wrote as well. nullopt for none. Costs about a thousand stems and 200 look-ups.
std::optional<Correction> meant_by_frequency(std::string_view word, const std::string& term,
                                             std::string_view language, Analyser& analyser,
                                             const Index& index);

/// Whether `word` is `base` with a regular ending of English: s, ed, ing, as in "copies",
/// "stopped", "making". Both folded.
bool is_inflection(std::string_view word, std::string_view base);

}  // namespace answers
