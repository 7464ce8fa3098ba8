#pragma once

#include "corpus/markdown/shapes.h"

namespace answers::markdown {

/// "<details><summary>question</summary> answer </details>", two at least, where the summaries are
/// no labels ("Answer", "Show") and do not repeat. Tags are scanned, not blocks: they may stand
/// several on a line or a summary on several lines, be nested, unclosed, or lack their <details>.
Finding find_details(const Document& document, Range range);

}  // namespace answers::markdown
