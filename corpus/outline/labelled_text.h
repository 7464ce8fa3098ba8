#pragma once

#include "corpus/outline/outline.h"
#include "corpus/outline/plain_text.h"

namespace answers {

/// Plain text whose questions stand behind labels ("Q:", "Frage 3:", "[Q]") as an outline, the
/// answers behind labels of their own or below. Questions that come again with an answer are a
/// table of contents; several questions above one answer share it; questions first and answers
/// later are joined by their numbers. `text` must outlive the result. No headings without labels.
Outline labelled_outline(const PlainText& text);

/// Tells `listener` of the questions with labels in a document of any markup that asks in no other
/// way. False when there are none.
bool deliver_labelled(const TextLines& lines, Listener& listener);

}  // namespace answers
