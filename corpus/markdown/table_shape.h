#pragma once

#include "corpus/markdown/shapes.h"

namespace answers::markdown {

/// A table with a column of questions and one of answers: "| Question | Source | ChatGPT |". The
/// columns are known by their names; where none is called an answer, the wordiest one right of the
/// question is taken. A cell may stand on several lines, hold <br> and "\|", and the answer's cell
/// pipes of its own. Further columns become fields of the record (source, difficulty, tags …).
void add_tables(const Document& document, std::vector<Candidate>& candidates);

}  // namespace answers::markdown
