#pragma once

#include "corpus/markdown/shapes.h"

namespace answers::markdown {

/// A conversation whose turns begin with the names of speakers: "**User:** What is it?", a heading
/// "Assistant" and below it the answer. All that one says until the next one does is one turn. And
/// problems with their remedies, two of them or more between two headings: "**Problem:** It does
/// not start.", "**Solution:** Turn the key."
void add_dialogues(const Document& document, std::vector<Candidate>& candidates);

}  // namespace answers::markdown
