#pragma once

#include "corpus/markdown/shapes.h"

namespace answers::markdown {

/// Entries of an FAQ between rules ("====", "----"), in a file without headings: the first line of
/// each, alone in its paragraph, is its title.
void add_ruled(const Document& document, std::vector<Candidate>& candidates);

}  // namespace answers::markdown
