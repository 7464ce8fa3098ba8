#pragma once

#include "corpus/input/text_lines.h"

namespace answers {

/// A page of the web that was copied as text has its numbers and its buttons in lines of their own:
/// "12." above the question, "Hide Answer" above the answer. Each number is put before the next
/// line that says anything, and what stood on a button becomes the label of an answer; a line that
/// was emptied stays as a blank one, so that all others keep their numbers. Texts without three
/// numbers in a row or two buttons stay as they are, and so does code between fences. O(length).
TextLines with_marks_in_place(TextLines page);

}  // namespace answers
