#pragma once

#include <string_view>

namespace answers {

class Input;

/// Plain text in the shapes of frequently asked questions: numbered headings, labels (Q:, A:),
/// underlined or hanging titles, digests. A text that holds none gives nothing.
int recognises_plain_text(std::string_view path, std::string_view head);
void read_plain_text(Input& input);

}  // namespace answers
