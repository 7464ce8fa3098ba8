#pragma once

#include "corpus/markdown/shapes.h"

namespace answers::markdown {

/// Lines of text: those with a label ("Q:", "Question 3."), bold ones, items of lists, paragraphs
/// that ask. What announces an answer ("A:") is a block as well.
void add_lines(const Document& document, std::vector<Candidate>& candidates);

}  // namespace answers::markdown
