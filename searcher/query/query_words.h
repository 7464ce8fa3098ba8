#pragma once

#include "indexer/analysis/analysis.h"
#include "indexer/generations/acronym_table.h"
#include "indexer/generations/index.h"
#include "searcher/query/asking_words.h"
#include "searcher/query/cut_words.h"
#include "searcher/query/own_words.h"
#include "searcher/query/query.h"
#include "searcher/query/range.h"
#include "searcher/query/spelling.h"
#include "searcher/query/understanding.h"

#include <xapian.h>

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace answers {

/// Finds the words of a query and the terms that each may be found by: other ways of writing it,
/// synonyms, what it is short for, what it was meant for. Fills Query::words, order, suggestions
/// and corrected; all that it is given must outlive it.
class QueryWords {
 public:
  QueryWords(std::string_view text, const QueryOptions& options, Analyser& analyser,
             const Index& index, const Acronyms& acronyms, TermFrequencies& frequencies, bool mends,
             const OwnWords& own, Query& query);

  /// The words of text[begin, end), as indexes of Query::words. `weight` is that of a part of a
  /// message that was pasted, which says the same thing many times; 0 for what was typed.
  std::vector<std::size_t> add(std::size_t begin, std::size_t end, double weight = 0);

  /// A word of which the beginning was typed, text[begin, end), and the terms of those in the
  /// index.
  void add_beginning(std::size_t begin, std::size_t end, const std::vector<std::string>& terms);

  /// What can be told of words when all of them are known: which belong together, which no record
  /// has and what they may have been meant for, which tell most. Where one is clearly mistyped
  /// Query::corrected is to be parsed instead.
  void finish();

  /// What Xapian is asked for words; scores are sums of mass × saturation.
  Xapian::Query matching(const QueryWord& word, const IndexPart& part) const;
  Xapian::Query matching(const std::vector<std::size_t>& words, Xapian::Query::op op,
                         const IndexPart& part) const;
  /// The terms of the words, each once.
  std::vector<WeightedTerm> terms_of(const std::vector<std::size_t>& words) const;

  /// Where the text asks; nowhere where it is literal.
  std::span<const AskingWords> asking() const { return asking_; }

  /// What a term tells that so many records have, see QueryWord::information.
  double information(double frequency) const;

 private:
  double frequency(const std::string& term) { return frequencies_.of(term); }
  void add_form(QueryWord& word, std::string_view term, double share, WordForm::Origin origin);
  void add_other_terms(QueryWord& word, bool is_written_so);
  void add_written(QueryWord& word, const std::string& other);
  bool only_asks(std::size_t begin, std::size_t end) const;
  bool asks_by_place(std::size_t begin, std::size_t end) const;
  void add_stems_of_other_languages(QueryWord& word);
  void add_pairs_of_letter(QueryWord& word);
  void add_family(QueryWord& word);
  std::vector<Range> unspaced_runs(const std::vector<std::size_t>& words) const;
  void leave_out_unknown_runs(const std::vector<std::size_t>& words);
  void weigh_letter_pairs(const std::vector<std::size_t>& words);
  void compare_sides();
  void add_joined();
  void mend();
  void weigh_short_query();
  bool complete(std::size_t word, const Surroundings& surroundings,
                std::vector<Correction>& corrected);
  void take_as(QueryWord& word, const KnownWord& meant);
  std::vector<KnownWord> short_completion(const QueryWord& word);
  bool is_rather_mistyped(const QueryWord& word, const std::string& completed,
                          const Surroundings& surroundings, std::vector<Correction>& corrected);
  bool take_as_latin(QueryWord& word);
  bool take_as_last_part(QueryWord& word, const std::string& otherwise);
  void add_compounds();
  std::optional<AdjacentWords> compound_parts(const std::string& whole);
  void write_out_short_words();
  void part_rare_words();
  void hear_neighbours();
  void add_short_forms();
  void add_own_words();
  void add_meaning(const std::string& text, std::size_t first, std::size_t last);
  bool is_forgotten(std::string_view acronym) const;
  void note_unknown_words();
  void keep_the_rarest();
  void add_long_forms(QueryWord& word);
  void add_common_long_forms(QueryWord& word);
  std::vector<std::string> terms_of_text(std::string_view text);
  Surroundings surroundings_of_all() const;
  std::vector<Correction> meant_by(const QueryWord& word, Surroundings surroundings);
  Xapian::Query matching(const QueryWord& word, const LongForm& long_form,
                         const IndexPart& part) const;
  WeightedTerm together(const QueryWord& word, const LongForm& long_form) const;

  std::string_view text_;
  const QueryOptions& options_;
  Analyser& analyser_;
  const Index& index_;
  const Acronyms& acronyms_;
  const OwnWords& own_;
  TermFrequencies& frequencies_;
  bool mends_;  ///< what is mistyped, else it is searched for as it stands
  double records_ = 0;
  Query& query_;
  std::map<std::string, std::size_t> by_term_;
  std::vector<AskingWords> asking_;                    ///< stretches of the text
  std::optional<std::vector<std::string>> languages_;  ///< of records of the index
  std::vector<double> once_;                           ///< by word: its weight, were it typed once
  std::vector<std::size_t> unknown_;                   ///< words that may be mistyped
  std::vector<std::size_t> foreign_;   ///< of those: known by the stem of another language alone
  std::vector<Range> unknown_hangul_;  ///< runs of the text that may be mistyped, if of Hangul
  /// What no record has of a run in a script without blanks, and the words it was searched as.
  struct Unwritten {
    std::string text;
    std::string taken_as;
  };
  std::vector<Unwritten> unwritten_;
};

}  // namespace answers
