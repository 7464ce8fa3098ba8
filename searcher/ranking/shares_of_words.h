#pragma once

#include "searcher/query/query.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace answers {

/// What Match::terms says of the words of a query.
class SharesOfWords {
 public:
  explicit SharesOfWords(const Query& query);

  /// The most that each word's share may be in a record with these terms, see Occurrence::share.
  std::vector<float> of(std::uint64_t terms) const;

 private:
  struct Form {
    std::size_t word = 0;
    float share = 0;
    std::uint64_t bit = 0;
  };
  std::vector<Form> known_;
  std::vector<float> assumed_;  ///< of forms that no bit tells of
};

}  // namespace answers
