#pragma once

#include <string_view>

namespace answers {

class Input;

/// AsciiDoc whose section titles, [qanda] lists, list terms, bold lines or collapsible blocks are
/// questions. [[anchors]] become the record's URL.
int recognises_asciidoc(std::string_view path, std::string_view head);
void read_asciidoc(Input& input);

}  // namespace answers
