#pragma once

#include "corpus/outline/outline.h"
#include "corpus/outline/plain_text.h"

namespace answers {

/// Plain text whose questions stand behind labels ("Q:", "Frage 3:", "[Q]") as an outline, the
/// answers behind labels of their own or below. Questions that come again with an answer are a
/// table of contents; several questions above one answer share it; questions first and answers
/// later are joined by their numbers. `text` must outlive the result. No headings without labels.
Outline labelled_outline(const PlainText& text);

/// Adds the questions with labels whose answers have some to the outline of a document of any
/// markup, where its text_of() shows their lines.
void add_labels(Outline& outline);

}  // namespace answers
