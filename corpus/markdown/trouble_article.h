#pragma once

#include "corpus/markdown/shapes.h"

#include <optional>
#include <string_view>

namespace answers::markdown {

/// The trouble that a file tells of, as the articles of a knowledge base are written: its title
/// names it, headings beside each other its parts ("Issue", "Cause", "Solution"), and what stands
/// from the cause on is the answer. `title` is the document's own, for where no heading stands over
/// the parts. nullopt where a part that goes wrong stands there twice, where other headings ask or
/// are too many, for a README, and where neither path nor title speaks of troubles: so begin
/// designs and reports, too. O(headings).
std::optional<Found> trouble_article(const Document& document, std::string_view title);

}  // namespace answers::markdown
