#pragma once

#include <string_view>

namespace answers {

/// Whether a pair is a form to be filled in: its question is a bracket and nothing else that says
/// so ("[Your question]"), or so is the first line of its answer ("{{answer}}"); or its question is
/// what a program puts in alone ("{{ loop.index }}. {{ q.text }}"), or its answer a loop of one; or
/// they say that something goes there ("Question goes here", "Lorem ipsum dolor …"), or what has to
/// ("required|string"); or its question is a program's code, cut in two ("{de ?").
bool is_template(std::string_view question, std::string_view answer);

}  // namespace answers
