#pragma once

#include "corpus/markdown/shapes.h"

namespace answers::markdown {

/// Boxes whose title is the question and whose content the answer, as the dialects of Markdown
/// write them: `??? question "…"` with an indented text (MkDocs), `::: details …` until `:::`
/// (VuePress, Docusaurus, MyST), `<Accordion title="…">`, `<FAQItem question="…" answer="…"/>` and
/// a trigger with its content (MDX), `{{< details "…" >}}` (Hugo), `> [!question]- …` (Obsidian). A
/// box that only says "Answer", in it or below it, holds its answer. One box is enough if its kind
/// says that it asks, else two, most of which ask.
Finding find_boxes(const Document& document, Range range);

}  // namespace answers::markdown
