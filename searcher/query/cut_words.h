#pragma once

#include "indexer/analysis/analysis.h"
#include "indexer/generations/index.h"
#include "indexer/generations/vocabulary.h"
#include "searcher/matching/part_search.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace answers {

/// Two words that stand next to each other in records, in that order.
struct AdjacentWords {
  KnownWord first{};
  KnownWord second{};
};

/// Finds the words that people cut short ("std dev", "backprop") or write together ("batchnorm",
/// "randomforest") among those that the records write; no list of them is needed. All words are
/// folded. What is asked once costs some look-ups and the reading of at most 40 records.
class CutWords {
 public:
  CutWords(Analyser& analyser, const Index& index) : analyser_(analyser), index_(index) {}

  /// The words of the index that begin with `word`, a term each, the most frequent first.
  std::vector<KnownWord> longer(const std::string& word, std::size_t most) const;

  /// The terms of the index that end with one, the most frequent first, each with a word of it:
  /// "Kündigungsfrist" of "frist". They are three letters longer or more. O(words of the index).
  std::vector<KnownWord> ending(std::string_view term, std::size_t most) const;

  /// What two neighbours in a query are short for: "standard deviation" of "std dev", in which one
  /// of them may be whole. nullopt where the records have the two just so, or nothing fits.
  std::optional<AdjacentWords> written_out(const std::string& first, const std::string& second);

  /// The two neighbours that `word` is made of, the second perhaps cut short: "batch" and
  /// "normalization" of "batchnorm".
  std::optional<AdjacentWords> parts(const std::string& word);

 private:
  /// One of each term.
  std::vector<KnownWord> most_frequent(std::vector<KnownWord> words, std::size_t most) const;
  std::vector<std::string> terms_of(const std::string& word) const;
  /// The records that have one of either list of terms.
  PartQueries with_both(const std::vector<std::string>& first,
                        const std::vector<std::string>& second) const;
  /// Calls on_pair(number, first, second) for neighbours in the best records for each query.
  template <class OnPair>
  void read_neighbours(const std::vector<PartQueries>& queries, OnPair&& on_pair);

  Analyser& analyser_;
  const Index& index_;
};

/// Whether `cut` may stand for `word`: it is its beginning, or, of at most four letters without a
/// vowel behind the first, in order among its letters ("std", "db"), and leaves two letters or more
/// out. Both folded. O(length).
bool abbreviates(std::string_view cut, std::string_view word);

}  // namespace answers
