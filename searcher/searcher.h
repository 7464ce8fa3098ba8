#pragma once

#include "indexer/analysis.h"
#include "indexer/index.h"
#include "searcher/query.h"
#include "searcher/results.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace answers {

struct SearchOptions {
  std::size_t limit = 10;     ///< hits to return
  std::size_t offset = 0;     ///< hits to leave out before them
  bool literal = false;       ///< the words as they are typed: no syntax, no synonyms
  bool strict = false;        ///< QueryError where the syntax is broken
  bool fold_answers = false;  ///< the best answer to a question alone stands for all of them
  bool passages = true;       ///< with passages and highlighted questions
};

/// An index and a query -> results. One for each thread.
class Searcher {
 public:
  explicit Searcher(Index index);

  /// The best records, ranked in two stages: BM25F over all of the index, then the evidence of
  /// their texts for the first hundred. Never fails on a query unless it is strict.
  Results search(std::string_view query, const SearchOptions& options);

 private:
  Results run(const Query& query, const SearchOptions& options);
  /// The query with the words that were searched for instead of misspelt ones, as `record` writes
  /// them; "" when there are none.
  std::string corrected_text(std::string_view text, const Query& query, const Record& record);

  Index index_;
  Analyser analyser_;
};

}  // namespace answers
