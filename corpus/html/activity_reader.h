#pragma once

#include <string_view>

namespace answers {

class Input;

/// Google Takeout's MyActivity.html: what somebody asked Gemini, when, and what it answered, a cell
/// each. Other activities (searches, videos) are left out. Streamed: memory for one activity.
int recognises_activity(std::string_view path, std::string_view head);
void read_activity(Input& input);

}  // namespace answers
