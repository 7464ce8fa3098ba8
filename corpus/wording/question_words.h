#pragma once

#include <string_view>

namespace answers {

/// Whether a heading or line reads like a question or a task, in any of a dozen languages: it holds
/// a question mark, or begins with a word that asks ("What …", "Explain …", "Чем …", "简述…"). It
/// is evidence to be counted over many lines, not a verdict on one. Looks at the beginning and the
/// end alone.
bool reads_like_question(std::string_view text);

}  // namespace answers
