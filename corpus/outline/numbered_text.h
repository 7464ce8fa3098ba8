#pragma once

#include "corpus/outline/outline.h"
#include "corpus/outline/plain_text.h"

namespace answers {

/// Plain text whose headings are numbered ("1.2. What …", "Q3) …", "[4-1] …", "Subject: 2.1 …") as
/// an outline: the level is the depth of the number, chapters and unnumbered titles between them
/// are sections. A table of contents in the same syntax is left out. Headings may wrap.
/// `text` must outlive the result. No headings when nothing counts up.
Outline numbered_outline(const PlainText& text);

/// The same of headings with Roman numbers: "IV. What …", "iv) What …".
Outline roman_outline(const PlainText& text);

}  // namespace answers
