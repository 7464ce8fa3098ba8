#pragma once

#include <string_view>

namespace answers {

class Input;

/// Blackboard's text of a test: a question a line, its kind and its parts with TABs between them
/// ("MC<TAB>question<TAB>option<TAB>correct<TAB>option<TAB>incorrect"). Choices, true or false,
/// gaps, numbers, matches, orders, essays and short answers with an example.
int recognises_blackboard(std::string_view path, std::string_view head);
void read_blackboard(Input& input);

}  // namespace answers
