#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace answers {

/// A formula of TeX as MathML that every browser of today sets (MathML Core): fractions, roots,
/// scripts, brackets that grow, matrices, cases. `is_display`: it stands by itself. Nothing where
/// it has a command that is not known, or nests too deep. The tags are ours, its texts are escaped.
/// O(length).
std::optional<std::string> formula_mathml(std::string_view tex, bool is_display);

}  // namespace answers
