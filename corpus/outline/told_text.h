#pragma once

#include "corpus/outline/outline.h"
#include "corpus/outline/plain_text.h"

namespace answers {

/// Outlines of plain texts whose lines say which are questions, all of them told: see as_told(). No
/// headings where a text is not of that kind. `text` must outlive the result. All O(length).

/// A quiz: a question, options with letters ("A. …", "b) …", "C．…") and below them the key
/// ("Answer: B", or "B" alone). Two at least.
Outline lettered_outline(const PlainText& text);

/// A pair a line: "What is rye?, A grass.", "What is rye? - A grass.". Nearly all lines have to be
/// such, and five at least; one that asks without a mark is parted where the others are. In a text
/// of cards or a glossary, by its name, "Lima | the capital of Peru" is one, too.
Outline line_outline(const PlainText& text);

/// Terms with their definitions on the lines below, parted by blank lines or rows, or in turn, in a
/// text of cards or a glossary. Nearly all have to be such, and four at least.
Outline term_outline(const PlainText& text);

/// Paragraphs right above such as begin with the label of an answer ("Answer: …"), where no label
/// stands before a question. Two at least.
Outline answered_outline(const PlainText& text);

/// Numbered questions whose answers stand in a key: see keyed_questions().
Outline keyed_outline(const PlainText& text);

}  // namespace answers
