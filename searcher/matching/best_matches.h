#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace answers {

class GlassFile;

/// A term of a query, and the score that a record has of it: weight × wdf / (wdf + k1 × wdf_scale),
/// which is less than `weight` however often it stands there. Or several terms, which score where a
/// record has them all, each by an equal share of the weight.
struct WeightedTerm {
  std::string term{};
  double weight = 0;
  double frequency = 0;               ///< records that have it, at least
  std::vector<std::string> others{};  ///< those that go with it; best the more frequent ones
};

/// A record and the sum of what its terms score.
struct Match {
  Xapian::docid id = 0;  ///< of Index::database()
  double score = 0;
  std::uint64_t terms = 0;  ///< bit i: it has terms[i]; for the first 64 of them
};

struct BestMatches {
  std::vector<Match> matches{};  ///< the best first; equal ones by their ids
  std::size_t total = 0;         ///< records that have one of the terms, at least
  bool total_is_exact = false;
};

/// The best `limit` records for an OR of `terms`: those that Xapian's Enquire finds for it under
/// BM25Weight(k1 × wdf_scale, 0, 0, 0, 0), with the same scores, in a fraction of the time (figures
/// in tests/bench/results/latency.md). `segments` are the files of the databases of which the one
/// searched consists, in its order (Index::segment_files()). Throws IndexDamaged.
///
/// MaxScore (Turtle and Flood 1995) over windows of records: rare terms are added up in an array,
/// common ones, which by themselves bring no record among the best, are looked at only in the
/// records that may still get there. O(postings) at worst; memory does not depend on the index.
BestMatches best_matches(std::span<const std::shared_ptr<GlassFile>> segments,
                         std::span<const WeightedTerm> terms, std::size_t limit);

}  // namespace answers
