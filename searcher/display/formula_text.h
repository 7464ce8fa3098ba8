#pragma once

#include "searcher/ranking/results.h"

#include <optional>
#include <string>
#include <string_view>

/// Formulas of TeX as people read them on a terminal.
namespace answers {

/// The formula in characters of Unicode: "\lambda_{max}" is "λₘₐₓ", "\frac{a}{b+1}" is "a/(b+1)".
/// Nothing where it cannot be said so (a matrix, an index that has no small letter, a command that
/// is not known). O(length).
std::optional<std::string> formula_text(std::string_view tex);

/// The passage with each formula between $ or $$, \( or \[, outside of code, as formula_text() has
/// it, and without those signs; as it was where there is none that can be said so. Its matches move
/// along, and one within a formula goes.
Passage with_formulas(const Passage& passage);

}  // namespace answers
