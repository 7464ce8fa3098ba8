#pragma once

#include "corpus/markdown/shapes.h"

namespace answers::markdown {

/// Headings that are numbered or labelled: "## 3. …", "#### Q12: …", "### Question 17a …",
/// "3. ### …". The numbers mostly count up; the level, the punctuation and the label may drift, and
/// a heading that fills a gap in the numbers is one of them whatever its level, even behind a fence
/// that somebody forgot to close. Numbered topics above and numbered steps inside of an answer are
/// told apart by who holds whom.
Finding find_numbered_headings(const Document& document, Range range);

}  // namespace answers::markdown
