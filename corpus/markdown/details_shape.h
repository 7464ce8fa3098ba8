#pragma once

#include "corpus/markdown/shapes.h"

namespace answers::markdown {

/// "<details><summary>question</summary> answer </details>". Tags are scanned, not blocks: they may
/// stand several on a line or a summary on several lines, be nested, unclosed, or lack their
/// <details>.
void add_details(const Document& document, std::vector<Candidate>& candidates);

}  // namespace answers::markdown
