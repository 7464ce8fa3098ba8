#pragma once

#include <string>
#include <string_view>

namespace answers {

/// The back-quotes that open and close a fence around `code`: three, or one more than the most of
/// them that stand side by side in it. O(length).
std::string fence_around(std::string_view code);

}  // namespace answers
