#pragma once

#include "corpus/markdown/shapes.h"

namespace answers::markdown {

/// The question that a heading asks; what stands below it is body and answer.
Found question_of(const Document& document, const Heading& heading);

}  // namespace answers::markdown
