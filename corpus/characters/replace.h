#pragma once

#include <string>
#include <string_view>

namespace answers {

/// Puts `by` in the place of each `old`, which is not empty, from left to right. O(length).
void replace_all(std::string& text, std::string_view old, std::string_view by);

}  // namespace answers
