#pragma once

#include <string_view>

namespace answers {

class Input;

/// Markdown in the many shapes that people write questions and answers in: see
/// corpus/markdown/shapes.cpp for the table of them.
int recognises_markdown(std::string_view path, std::string_view head);
void read_markdown(Input& input);

}  // namespace answers
