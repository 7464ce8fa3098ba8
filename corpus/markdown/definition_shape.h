#pragma once

#include "corpus/markdown/shapes.h"

namespace answers::markdown {

/// Lists of definitions whose terms ask: a line with ": answer" lines below it (Markdown Extra,
/// Pandoc), and <dl> with <dt> and <dd>. Two at least, most of which ask: a glossary asks nothing.
Finding find_definitions(const Document& document, Range range);

}  // namespace answers::markdown
