#pragma once

#include "corpus/markdown/shapes.h"

namespace answers::markdown {

/// Headings of every kind, and those that announce the answer to the one above.
void add_headings(const Document& document, std::vector<Candidate>& candidates);

}  // namespace answers::markdown
