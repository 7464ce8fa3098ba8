#pragma once

#include "corpus/markdown/shapes.h"

namespace answers::markdown {

/// "Q: …" / "A: …", "Ques: …" / "Ans: …", "**Вопрос:** …" / "**Ответ:** …" at the beginning of
/// lines, two questions at least. Where most questions have an answer's label, one without is
/// unanswered: a table of contents may use the same label.
Finding find_label_lines(const Document& document, Range range);

}  // namespace answers::markdown
