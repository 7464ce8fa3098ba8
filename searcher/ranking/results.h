#pragma once

#include "corpus/record.h"
#include "searcher/query/range.h"
#include "searcher/query/understanding.h"
#include "searcher/ranking/explanation.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace answers {

/// The part of a record that answers: whole sentences, list items or a code block.
struct Passage {
  enum class Field { question, body, answer };
  Field field = Field::answer;
  std::string text{};    ///< as it stands in the field, unescaped
  std::size_t byte = 0;  ///< where `text` begins in the field
  std::size_t line = 0;  ///< of the file, see locate_passages(); 0 unknown
  std::size_t end_line = 0;
  std::optional<std::uint64_t> file_byte{};  ///< where it begins in the file
  std::vector<Range>
      matches{};  ///< of the query's words, bytes of `text`; in order, never overlapping
};

/// One record that matched.
struct Hit {
  std::size_t rank = 0;  ///< from 1, over all pages
  double score = 0;      ///< comparable within one result list only
  double coverage = 0;   ///< share of the query's information (idf) that the record covers, 0–1
  /// Of a query with few telling words those that the record has nothing of, as typed; everyday
  /// words (unless it covers little), and those that no record has, left out.
  std::vector<std::string> lacks{};
  Record record{};
  std::vector<Range> question_matches{};     ///< bytes of record.question
  std::vector<Passage> passages{};           ///< best first; one unless more were asked for
  std::optional<Explanation> explanation{};  ///< why it has its score, if asked for
  std::size_t more_answers = 0;              ///< further answers to the same question, folded away
  std::size_t similar = 0;  ///< other candidates that probably ask the same, if asked for
};

/// How many of the records that match have which value of a field.
struct Facet {
  struct Value {
    std::string value{};
    std::size_t records = 0;
  };
  std::string field{};
  std::vector<Value> values{};  ///< the commonest first
  std::size_t distinct = 0;     ///< values in all; `values` may hold fewer
};

/// Which of the indexes answered that were asked together.
struct AskedIndexes {
  struct Missing {
    std::string name{};  ///< as it was named to the program
    std::string why{};
  };
  std::size_t total = 0;
  std::vector<Missing> missing{};
};

struct Results {
  Understanding query{};
  std::vector<Hit> hits{};
  std::vector<Hit> closest{};   ///< where there are no hits: what the words alone find, if anything
  std::vector<Facet> facets{};  ///< those that were asked for
  /// What the best hundred are about, if asked for: their sections, tags or sources.
  std::optional<Facet> topics{};
  std::optional<ExplainedQuery> explanation{};  ///< if asked for
  std::optional<AskedIndexes> indexes{};        ///< where one of them is elsewhere
  std::size_t total = 0;  ///< records that match; a lower bound unless `total_is_exact`
  bool total_is_exact = false;
};

}  // namespace answers
