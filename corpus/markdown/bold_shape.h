#pragma once

#include "corpus/markdown/shapes.h"

namespace answers::markdown {

/// Paragraphs that are nothing but **bold**, emoji at their end allowed, or begin with a bold
/// number
/// ("**3)** …", "**3. Name.** …"): three at least, or fewer in an FAQ that has no other headings.
Finding find_bold_lines(const Document& document, Range range);

/// Paragraphs that begin with a bold question and go on with its answer ("**Why?** Because …"), and
/// those that are nothing but a question in italics, with the answer below: three at least, two in
/// an FAQ.
Finding find_bold_leads(const Document& document, Range range);

}  // namespace answers::markdown
