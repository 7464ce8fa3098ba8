#pragma once

#include "corpus/outline/outline.h"
#include "corpus/outline/plain_text.h"

#include <optional>

namespace answers {

/// A text that is a list of questions, as an outline whose entries are all questions: one a line or
/// item, numbered, listed, labelled ("Q:") or bare, under titles or none. Fewer than half of them
/// may be answered, by a paragraph that is indented or a sentence. nullopt when the text holds
/// anything else; at least three have to ask. `text` must outlive the result. O(length).
std::optional<Outline> question_list(const PlainText& text);

}  // namespace answers
