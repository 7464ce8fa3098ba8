#pragma once

#include <string_view>

namespace answers {

/// Whether a message of a chat is courtesy and nothing else: "Thanks!", "lol", "+1", "How are
/// you?", "👍". It neither asks nor answers. O(length).
bool is_chatter(std::string_view message);

}  // namespace answers
