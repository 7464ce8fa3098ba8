#pragma once

#include "corpus/markdown/shapes.h"

namespace answers::markdown {

/// A conversation whose turns begin with the names of speakers: "**User:** What is it?", a heading
/// "Assistant" and below it the answer. All that one says until the next one does is one turn.
Finding find_dialogues(const Document& document, Range range);

}  // namespace answers::markdown
