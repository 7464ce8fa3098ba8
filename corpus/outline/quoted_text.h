#pragma once

#include "corpus/outline/outline.h"
#include "corpus/outline/plain_text.h"

namespace answers {

/// Plain text as mail answers mail: questions behind '>' at the beginning of their lines, each with
/// what stands below it without. Two of them at least; none where more questions stand outside of
/// quotations. O(length).
Outline quoted_outline(const PlainText& text);

}  // namespace answers
