#pragma once

#include "corpus/markdown/shapes.h"

namespace answers::markdown {

/// Lists of definitions whose terms ask: a line with ": answer" lines below it (Markdown Extra,
/// Pandoc), and <dl> with <dt> and <dd>.
void add_definitions(const Document& document, std::vector<Candidate>& candidates);

}  // namespace answers::markdown
