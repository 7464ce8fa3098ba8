#pragma once

#include "corpus/markdown/shapes.h"

namespace answers::markdown {

/// "> question" with the answer below in prose or in a fence. Quotations are common in answers, so
/// these must ask, and stand where no stronger shape has claimed the lines.
Finding find_quotes(const Document& document, Range range);

}  // namespace answers::markdown
