#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace answers {

/// The topics that a text names, outermost first: "Data > Trees", "Data › Trees" and "Data » Trees"
/// name two, with blanks about the arrow; a text without one is one topic, a blank text none.
/// O(length).
std::vector<std::string> topic_path(std::string_view text);

}  // namespace answers
