#pragma once

#include "corpus/outline/outline.h"
#include "corpus/outline/plain_text.h"

namespace answers {

/// Plain text whose headings are underlined with rows of one sign, as an outline.
/// `text` must outlive the result, as for all of these; no headings when there are none.
Outline underlined_outline(const PlainText& text);

/// Plain text whose headings stand further out than the text below them, as an outline by indent.
Outline hanging_outline(const PlainText& text);

/// Plain text whose headings stand between signs ("=== What is it? ===", "*** Printing ***"), as
/// wikis and old FAQs have them.
Outline dressed_outline(const PlainText& text);

/// Plain text of an FAQ whose titles stand behind one mark each ("-> What is it?") over their text,
/// whether they ask or not.
Outline marked_outline(const PlainText& text);

/// Plain text of an FAQ in parts between rows ("====", "----"), each of which begins with its title
/// in a line of its own.
Outline ruled_outline(const PlainText& text);

/// Plain text in parts that begin with "Subject:" lines, as digests of mail have them.
Outline subject_outline(const PlainText& text);

/// Plain text without any dress: short paragraphs that end in a question mark are headings.
Outline asking_outline(const PlainText& text);

/// Plain text whose headings are known from a list at its beginning: what stands in a list of lines
/// and again as a paragraph of its own with text below.
Outline repeated_outline(const PlainText& text);

}  // namespace answers
