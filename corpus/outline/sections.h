#pragma once

namespace answers {

/// From now on every heading with text is taken for a question, whatever it asks, unless it stands
/// in an answer: for notes. For the whole process, before anything is read.
void take_sections(bool taken);

bool sections_are_taken();

}  // namespace answers
