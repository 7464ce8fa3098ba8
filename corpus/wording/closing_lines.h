#pragma once

#include <string_view>

namespace answers {

/// Whether a line that stands alone below an answer takes leave of readers, and is no part of it:
/// "More questions? Open an issue.", "⭐ Star this repo", "Happy learning!", "Last updated: …", or
/// links to the pages before and behind. O(length).
bool takes_leave(std::string_view line);

}  // namespace answers
