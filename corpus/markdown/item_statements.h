#pragma once

#include "corpus/markdown/document.h"

#include <cstddef>
#include <string_view>

namespace answers::markdown {

/// Whether a text beside or below a question states something: it asks nothing in turn, sets no
/// task and is no hint.
bool states_something(std::string_view plain);

/// Whether what stands in lines [first, last) below an item is a list of bullets, or a paragraph
/// behind a blank line or a question mark, that states something.
bool states_below(const Document& document, std::size_t first, std::size_t last);

}  // namespace answers::markdown
