#pragma once

#include <cstddef>
#include <string_view>

namespace answers::markdown {

/// Where the marked question ends that a line begins with: "**Is it?** Yes.", "*Is it?*",
/// "<em>Is it?</em>"; 0 when it begins with none. O(length).
std::size_t end_of_marked_question(std::string_view text);

/// Where the bold words end that a line begins with and that set a task, with text behind them:
/// "**Explain dropout.** It drops."; 0 when there are none. O(length).
std::size_t end_of_bold_task(std::string_view text);

/// Where the questions at the beginning of a line end: behind the last question mark that ends a
/// sentence before any sentence that asks nothing. 0 when the first sentence asks nothing.
/// O(length).
std::size_t end_of_questions(std::string_view line);

}  // namespace answers::markdown
