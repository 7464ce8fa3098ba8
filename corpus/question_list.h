#pragma once

#include "corpus/outline.h"
#include "corpus/plain_text.h"

#include <optional>

namespace answers {

/// A text that is nothing but questions, as an outline whose entries are all questions without
/// text: one a line or item, numbered, listed, labelled ("Q:") or bare, under titles or none.
/// nullopt when it holds anything else; at least three have to ask. `text` must outlive the result.
/// O(length).
std::optional<Outline> question_list(const PlainText& text);

}  // namespace answers
