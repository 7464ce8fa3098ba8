#pragma once

#include <string_view>

namespace answers {

/// Whether the lines below a title are a list of questions and nothing else, in items or in
/// paragraphs of their own ("- What is a pod?", "3. Explain taints."): they answer nothing. At
/// least two entries, of which two in three ask or set a task, and one in four with a mark at its
/// end; a lead-in ("We ask:") does not count. O(length).
bool is_questions_alone(std::string_view text);

}  // namespace answers
