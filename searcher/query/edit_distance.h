#pragma once

#include <cstddef>
#include <string_view>

namespace answers {

/// Letters to leave out, add, change, or swap with the next one (optimal string alignment), to make
/// one word of the other; limit + 1 when it is more than `limit` or a word has more than 64 bytes.
/// O(length × length).
std::size_t edit_distance(std::string_view one, std::string_view other, std::size_t limit);

}  // namespace answers
