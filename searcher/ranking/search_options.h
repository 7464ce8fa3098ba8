#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace answers {

/// What the hits are sorted by, all of them and not only the best; equal ones by relevance.
enum class Order { relevance, votes, date, question, path };

/// Which hits are wanted of a query, and what of them.
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
  /// Where nothing is found: what is known of each word, and the closest records.
  bool closest = false;
  bool explain = false;   ///< with the parts of each score
  bool overview = false;  ///< with Results::topics and Hit::similar
};

}  // namespace answers
