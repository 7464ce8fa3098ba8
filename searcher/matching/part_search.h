#pragma once

#include "indexer/generations/index.h"
#include "searcher/matching/best_matches.h"

#include <xapian.h>

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace answers {

/// What Xapian::BM25Weight multiplies the saturated wdf with (1.4.22, weight/bm25weight.cc).
double xapian_weight(double records, double frequency);

/// A part of an index that has a matcher of its own, which weighs by what that part holds: all its
/// folders together, or one of its members elsewhere.
class IndexPart {
 public:
  /// The folders of `index`, or where `remote` is given that one of its remotes(), which has a
  /// session. `index` must outlive it.
  explicit IndexPart(const Index& index, std::optional<std::size_t> remote = std::nullopt);

  /// A term that scores `most` × wdf / (wdf + k1 × wdf_scale) by first_stage_weight() of this part,
  /// as it would in one index of all parts, in which `frequency` records have it.
  Xapian::Query term(const std::string& term, double most, double frequency) const;
  /// A term as BM25 weighs it in one index of all parts.
  Xapian::Query term(const std::string& term) const;
  /// An OR of terms with their weights.
  Xapian::Query any_of(std::span<const WeightedTerm> terms) const;

 private:
  const Index& index_;
  bool is_elsewhere_ = false;
  bool is_all_ = false;
  double records_ = 0;
};

/// What all scores of the first stage are made by.
Xapian::BM25Weight first_stage_weight();

/// What each part is asked for.
struct PartQueries {
  Xapian::Query here{};                    ///< of the folders
  std::vector<Xapian::Query> elsewhere{};  ///< one for each of Index::remotes()
  /// Where they are not empty, `here` is an OR of them and nothing else.
  std::vector<WeightedTerm> terms{};

  bool empty() const { return here.empty(); }
  /// Leaves what `filters`, for the same parts, match as well.
  void restrict_to(const PartQueries& filters);
};

/// Makes one query for each part of `index`.
PartQueries for_each_part(const Index& index,
                          const std::function<Xapian::Query(const IndexPart&)>& query_of);

/// A record that a matcher found.
struct PartMatch {
  std::optional<std::size_t> remote{};  ///< which of Index::remotes() has it
  Xapian::docid id = 0;                 ///< of that, or of Index::database()
  double score = 0;
  std::string tie_key{};      ///< equal ones are in the order of it, see tie_order.h
  std::size_t collapsed = 0;  ///< others of its question, where the best stands for all
};

/// What matchers found, the best first.
struct PartMatches {
  std::vector<PartMatch> matches{};
  std::size_t total = 0;      ///< records that match, at least
  std::size_t estimated = 0;  ///< how many they may be
  bool is_exact = false;      ///< `total` is the number of all of them
};

/// How many are looked for, and how many more are counted.
struct PartLimit {
  std::size_t most = 0;
  std::size_t counted = 0;   ///< `total` is exact as far as this, in each part
  bool by_id = false;        ///< in the order of their numbers, and without scores
  bool by_question = false;  ///< of each question the best record alone
};

/// Asks all parts at once for the best of each query. What a member elsewhere that fails would have
/// found is missing.
std::vector<PartMatches> find_matches(const Index& index, const std::vector<PartQueries>& queries,
                                      const PartLimit& limit);

/// A record that was found, and its score.
struct FoundRecord {
  Record record{};
  double score = 0;
  std::size_t match = 0;  ///< which of the matches it is
};

/// find_matches(), and the records. Those of all queries are fetched at once.
std::vector<std::vector<FoundRecord>> find_records_of(const Index& index,
                                                      const std::vector<PartQueries>& queries,
                                                      std::size_t most);

/// The records of `matches`, in their order; those of a member that failed are left out.
std::vector<FoundRecord> records_of(const Index& index, const std::vector<PartMatch>& matches);

/// A record that was found, of which all may be missing that ranking does not read.
struct FoundStored {
  StoredRecord stored{};
  std::size_t match = 0;  ///< which of the matches it is
};
/// The same as records_of(), each for complete_match().
std::vector<FoundStored> stored_records_of(const Index& index, std::span<const PartMatch> matches);
void complete_match(const Index& index, StoredRecord& stored, Xapian::docid id,
                    std::optional<std::size_t> remote);

}  // namespace answers
