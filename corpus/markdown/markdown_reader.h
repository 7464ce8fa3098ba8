#pragma once

#include <string_view>

namespace answers {

class Input;
class Listener;
struct Record;
struct TextLines;

/// Markdown in the many shapes that people write questions and answers in: see
/// corpus/markdown/shapes.cpp for the table of them.
int recognises_markdown(std::string_view path, std::string_view head);
void read_markdown(Input& input);
/// The same of lines that are in memory; `listener` hears of them.
void read_markdown(const TextLines& text, Listener& listener);

/// Tells `listener` of the questions in the lines of a page of HTML whose markup asks nothing:
/// those behind labels, in bold, in the items of lists. `defaults` holds what is said for all its
/// records.
void read_lines_of_page(const TextLines& lines, const Record& defaults, Listener& listener);

}  // namespace answers
