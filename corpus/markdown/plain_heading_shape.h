#pragma once

#include "corpus/markdown/shapes.h"

namespace answers::markdown {

/// Headings that ask without number or label: of one level, with text of their own below. Where the
/// document has an FAQ section among others, only there. Which level asks is seen from who holds
/// whom: where most headings of a level hold several deeper ones, they are topics, and the deeper
/// ones are looked at.
Finding find_plain_headings(const Document& document, Range range);

}  // namespace answers::markdown
