#pragma once

#include <string_view>

namespace answers {

class Input;
class Listener;
struct TextLines;

/// Markdown in the many shapes that people write questions and answers in: see
/// corpus/markdown/shapes.cpp for the table of them.
int recognises_markdown(std::string_view path, std::string_view head);
void read_markdown(Input& input);
/// The same of lines that are in memory; `listener` hears of them.
void read_markdown(const TextLines& text, Listener& listener);

}  // namespace answers
