#pragma once

#include "indexer/analysis/analysis.h"
#include "indexer/generations/acronym_table.h"
#include "indexer/generations/index.h"
#include "searcher/ranking/query.h"
#include "searcher/ranking/results.h"
#include "searcher/ranking/subject.h"
#include "searcher/ranking/wordbook_terms.h"

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace answers {

/// What the hits are sorted by, all of them and not only the best; equal ones by relevance.
enum class Order { relevance, votes, date, question, path };

struct SearchOptions {
  std::size_t limit = 10;     ///< hits to return
  std::size_t offset = 0;     ///< hits to leave out before them
  bool literal = false;       ///< the words as they are typed: no syntax, no synonyms
  bool strict = false;        ///< QueryError where the syntax is broken
  bool fold_answers = false;  ///< the best answer to a question alone stands for all of them
  bool passages = true;       ///< with passages and highlighted questions
  /// Only records for which this query of filters holds, as in `tag:a section:"b c" votes:3..`.
  /// With an empty query: all of them. Without either, facets, an exact total and an order by
  /// something else than relevance are those of all records.
  std::string filters{};
  std::vector<std::string> facets{};  ///< fields to count the values of, see facet_fields()
  bool exact_total = false;           ///< count all that match, however long it takes
  Order order = Order::relevance;
  bool closest =
      false;  ///< where nothing is found: what is known of each word, the closest records
  bool explain = false;   ///< with the parts of each score
  bool overview = false;  ///< with Results::topics and Hit::similar
};

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
  /// NotOverRemotes for orders, and for facets of a query.
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
