#pragma once

#include "corpus/markdown/shapes.h"

namespace answers::markdown {

/// Boxes whose title is the question and whose content the answer, as the dialects of Markdown
/// write them: `??? question "…"` with an indented text (MkDocs), `::: details …` until `:::`
/// (VuePress, Docusaurus, MyST), `<Accordion title="…">`, `<FAQItem question="…" answer="…"/>` and
/// a trigger with its content (MDX), `{{< details "…" >}}` (Hugo), `> [!question]- …` (Obsidian). A
/// box that only says "Answer", in it or below it, holds its answer.
void add_boxes(const Document& document, std::vector<Candidate>& candidates);

}  // namespace answers::markdown
