#pragma once

#include <string>

namespace answers {

/// Makes the signs of a Markdown text that are written as references ("&eacute;", "&#8217;") or
/// behind the backslash of a converter ("C\+\+", "tree\_node") those they stand for. Left as they
/// are: all in code; "&amp;" where another reference would come to be; the backslashes of a text
/// that has others, too ("\frac", "\d+", "C:\new"). "&lt;" before a name is "\<", which is no tag.
/// O(length).
void resolve_written_signs(std::string& markdown);

}  // namespace answers
