#pragma once

#include "corpus/markdown/shapes.h"

#include <optional>

namespace answers::markdown {

/// The question that a heading asks; what stands below it is body and answer.
Found question_of(const Document& document, const Heading& heading);

/// The lines of the first section that announces frequently asked questions, if there is one.
std::optional<Range> faq_section(const Document& document, Range range);

}  // namespace answers::markdown
