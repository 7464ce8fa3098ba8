#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

namespace answers {

/// A term of the index that a misspelt one may have been meant for.
struct Neighbour {
  std::string term{};
  std::size_t distance = 0;
  double frequency = 0;  ///< records that have it
};

/// Letters to leave out, add, change, or swap with the next one (optimal string alignment), to make
/// one word of the other; limit + 1 when it is more than `limit`. O(length × limit).
std::size_t edit_distance(std::string_view one, std::string_view other, std::size_t limit);

/// The terms of the index nearest to `term`, the most frequent first; all of them have the same
/// distance: 1, or 2 for a term of seven letters and more. Empty when there is none, and for terms
/// with anything but a–z or shorter than four letters. Looks at the terms with the same first
/// letter: 2 ms where they are 20,000.
std::vector<Neighbour> neighbours(std::string_view term, const Xapian::Database& index);

/// Whether the first of `neighbours` is so much more likely than the others that it can be taken
/// without asking.
bool is_clear(const std::vector<Neighbour>& neighbours);

}  // namespace answers
