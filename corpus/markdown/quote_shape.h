#pragma once

#include "corpus/markdown/shapes.h"

namespace answers::markdown {

/// "> question" with the answer below in prose or in a fence. Quotations are common in answers, so
/// these must ask.
void add_quotes(const Document& document, std::vector<Candidate>& candidates);

}  // namespace answers::markdown
