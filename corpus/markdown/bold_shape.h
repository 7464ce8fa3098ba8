#pragma once

#include "corpus/markdown/shapes.h"

namespace answers::markdown {

/// Paragraphs that are nothing but **bold**, emoji at their end allowed, or begin with a bold
/// number
/// ("**3)** …", "**3. Name.** …"): three at least.
Finding find_bold_lines(const Document& document, Range range);

}  // namespace answers::markdown
