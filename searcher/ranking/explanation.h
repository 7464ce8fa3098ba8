#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace answers {

/// What a query's words are worth, and what they are found by: the same for all hits.
struct ExplainedQuery {
  struct Form {
    std::string term{};         ///< as the index has it: stemmed
    std::string_view origin{};  ///< see WordForm::Origin
    double share = 1;           ///< of the word's weight
    std::size_t records = 0;    ///< that have it
  };
  struct Word {
    std::string text{};      ///< as typed
    double weight = 0;       ///< less for words that say little; more for repeated ones
    double information = 0;  ///< idf
    bool is_ranked_by = true;
    std::vector<Form> forms{};
  };
  std::vector<Word> words{};
};

/// Why a hit has its score. All scores of the parts add up to `score`.
struct Explanation {
  /// What one word gave in the first stage (BM25F), split up by how much of its frequency each
  /// field brings.
  struct Word {
    struct Field {
      std::string_view name{};  ///< question, body, answer, section, tags, source
      double score = 0;
    };
    std::string text{};
    std::string form{};                ///< its own term
    std::vector<std::string> terms{};  ///< of its forms, those that the record has
    std::vector<Field> fields{};
    double score = 0;
  };
  /// What one kind of evidence gave in the second stage.
  struct Feature {
    std::string_view name{};  ///< see EvidenceFeature
    std::string_view describes{};
    double value = 0;
    double weight = 0;
    double score = 0;
  };

  double score = 0;
  double first = 0;            ///< of it, by the first stage: all words together
  std::size_t first_rank = 0;  ///< where the first stage alone would have it, from 1
  std::vector<Word> words{};
  std::vector<Feature> evidence{};
  /// What is not the record's own: other answers to its question, or its place behind those that
  /// the second stage looked at.
  double from_others = 0;
};

}  // namespace answers
