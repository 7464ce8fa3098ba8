#pragma once

#include "corpus/markdown/shapes.h"

namespace answers::markdown {

/// "- Question? Answer." in one line of a list, three at least, and more often than not: a list of
/// questions has a second question behind the first now and then.
Finding find_answered_list_lines(const Document& document, Range range);

/// List items that ask, with their answer below: "- [ ] 1-2 question", "3. What …?" with text,
/// nested items, options or a fold until the next one. Items below them that ask themselves make it
/// a list of questions.
Finding find_list_items(const Document& document, Range range);

}  // namespace answers::markdown
