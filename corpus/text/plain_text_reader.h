#pragma once

#include <string_view>

namespace answers {

class Input;
class Listener;
struct TextLines;

/// Plain text in the shapes of frequently asked questions: numbered headings, labels (Q:, A:),
/// underlined or hanging titles, digests. A text that holds none gives nothing.
int recognises_plain_text(std::string_view path, std::string_view head);
void read_plain_text(Input& input);
/// The same of lines that another form became.
void read_plain_lines(TextLines lines, Listener& listener);

}  // namespace answers
