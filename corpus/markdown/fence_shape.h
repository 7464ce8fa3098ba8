#pragma once

#include "corpus/markdown/shapes.h"

namespace answers::markdown {

/// "Q. …" and "A. …" inside of a fence that names no language: what stands in it is no code.
void add_fences(const Document& document, std::vector<Candidate>& candidates);

}  // namespace answers::markdown
