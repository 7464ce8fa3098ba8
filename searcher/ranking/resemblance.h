#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace answers {

/// How often every three letters in a row stand in a text: lower case, all but letters and digits
/// as one blank, a blank at both ends.
class Trigrams {
 public:
  /// Looks at the first 1000 bytes. O(length × log length).
  explicit Trigrams(std::string_view text);

  /// The cosine of two texts' counts: 1 for the same, 0 for nothing in common. O(lengths).
  double resemblance(const Trigrams& other) const;

 private:
  std::vector<std::pair<std::uint64_t, float>> counts_;  ///< sorted; divided by their length
};

}  // namespace answers
