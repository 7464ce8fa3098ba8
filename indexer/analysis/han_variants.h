#pragma once

namespace answers {

/// The simplified form of a traditional Han letter, else the letter itself. O(log n).
char32_t simplified_han(char32_t letter);

}  // namespace answers
