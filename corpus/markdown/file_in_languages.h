#pragma once

#include "corpus/markdown/shapes.h"

#include <vector>

namespace answers::markdown {

/// The questions of a file that says one in several languages, each half below a heading that names
/// its language: "Question (EN)", "Вопрос (RU)", "Answer (EN)", "Ответ (RU)", in any order. A pair
/// a language, in the order of the questions; none where less than two languages have both halves.
/// O(headings).
std::vector<Found> file_in_languages(const Document& document);

}  // namespace answers::markdown
