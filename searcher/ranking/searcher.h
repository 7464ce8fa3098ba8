#pragma once

#include "indexer/analysis/analysis.h"
#include "indexer/generations/acronym_table.h"
#include "indexer/generations/index.h"
#include "searcher/query/query.h"
#include "searcher/query/wordbook_terms.h"
#include "searcher/ranking/results.h"
#include "searcher/ranking/search_options.h"
#include "searcher/ranking/subject.h"

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace answers {

/// What cannot be done where an index elsewhere is searched; what() says what to do instead.
class NotOverRemotes : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// An index and a query -> results. One for each thread.
class Searcher {
 public:
  /// What a person says of words is read here, of the user and in the folders of the index: see
  /// read_own_words().
  explicit Searcher(Index index);

  /// What is wrong in these files, for people: "path:line:column: …".
  const std::vector<std::string>& warnings() const { return warnings_; }

  /// The best records, ranked in two stages: BM25F over all of the index, then the evidence of
  /// their texts for the first hundred, or forty in a large index. Never fails on a query unless it
  /// is strict.
  ///
  /// Indexes elsewhere are asked by their own matchers, with weights by which the scores are those
  /// of one index of all. One that fails is left out, and named in the results. Throws
  /// NotOverRemotes for orders, and for facets of a query with conditions.
  Results search(std::string_view query, const SearchOptions& options);

  std::size_t records() const { return static_cast<std::size_t>(index_.records()); }

 private:
  Results search_once(std::string_view query, const SearchOptions& options);
  void take_up_members();
  AskedIndexes asked_indexes() const;
  Query parse(std::string_view text, const QueryOptions& options);
  Results run(const Query& query, const SearchOptions& options);
  /// All that match, in order.
  std::vector<Xapian::docid> all_matches(const Query& query);
  /// For a query that found nothing: what of it, and of the filters beside it, could be found.
  void look_around(const Query& query, const Query& filters, Results& results);
  AskedWord asked_filter(const Filter& filter) const;
  /// How many records match, counted as far as ten thousand.
  std::size_t count(const PartQueries& query) const;
  /// Of the indexes elsewhere, too, all of them; and whether that is exact.
  void count_all(const Query& query, Results& results);
  /// How many records other texts would find that may have been meant.
  std::vector<Suggestion> counted(const std::vector<std::string>& texts);

  Index index_;
  Acronyms acronyms_;
  Analyser analyser_;
  WordbookTerms wordbook_terms_;
  TermFrequencies frequencies_;
  SubjectSpace subjects_;
  OwnWords own_;
  std::vector<std::string> warnings_;
};

}  // namespace answers
