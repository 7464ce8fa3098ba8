#pragma once

#include <string_view>

namespace answers {

class Input;

/// reStructuredText whose titles, bold lines, defined terms, list items or folded blocks are
/// questions. Targets (.. _name:) before a title become the record's URL, .. index:: its tags.
int recognises_rst(std::string_view path, std::string_view head);
void read_rst(Input& input);

}  // namespace answers
