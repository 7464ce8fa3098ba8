#pragma once

#include <string>
#include <string_view>

namespace answers {

/// What to write for `inner`, which stands above (or below) the line behind `before`, so that it
/// does not join it: 10^3, not 103; x², H₂O, a_i. What is the end of a word stays as it is: 1st,
/// Mme; so does what joins nothing.
std::string raised_or_lowered(std::string_view before, std::string_view inner, bool raised);

}  // namespace answers
