#pragma once

#include "indexer/generations/index.h"
#include "searcher/query/query.h"
#include "searcher/ranking/evidence.h"
#include "searcher/ranking/results.h"
#include "searcher/ranking/search_options.h"
#include "searcher/ranking/subject.h"

#include <xapian.h>

#include <cstddef>
#include <optional>
#include <vector>

/// The three stages of ranking: what a query finds by the index alone, put in order by what stands
/// in the texts, and by what the best of them say of each other.
namespace answers {

/// Among how many topics and similar questions are counted, and other answers to a question.
inline constexpr std::size_t overviewed = 100;
/// How many records are looked at to find those in which a phrase stands.
inline constexpr std::size_t most_verified = 2000;

/// A record that may become a hit.
struct Candidate {
  Xapian::docid id = 0;
  std::optional<std::size_t> remote{};  ///< which of Index::remotes() has it under that id
  StoredRecord stored{};                ///< complete where it is a hit
  double first = 0;                     ///< score of the first stage
  std::size_t first_rank = 0;           ///< in the first stage, from 1
  double score = 0;
  std::vector<float> shares{};  ///< of each word of the query; empty where that is not known
  Evidence evidence{};
  std::optional<std::vector<Occurrence>> in_answer{};  ///< where the second stage looked
  WordsRead words{};                                   ///< likewise
  std::size_t folded = 0;                              ///< other answers to its question

  SubjectSpace::RecordAt at() const { return {id, remote}; }
};

/// Those that may be hits, the best first, at least as many as `options` ask for if there are: each
/// of all stages' scores and evidence. Says in `results` how many match. What has conditions is
/// looked for among the first `most_verified`. Throws IndexDamaged.
std::vector<Candidate> best_candidates(const Index& index, const Query& query,
                                       const SearchOptions& options, EvidenceReader& reader,
                                       const SubjectSpace& subjects, Results& results);

/// All that match, in another order than by relevance, up to the last one that is wanted; those in
/// front of the first one wanted are empty. Otherwise as above.
std::vector<Candidate> sorted_candidates(const Index& index, const Query& query,
                                         const SearchOptions& options, EvidenceReader& reader,
                                         Results& results);

}  // namespace answers
