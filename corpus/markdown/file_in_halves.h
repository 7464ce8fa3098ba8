#pragma once

#include "corpus/markdown/shapes.h"

#include <optional>

namespace answers::markdown {

/// The question of a file that is one and names its halves by headings: "Question" over it and
/// "Answer" or other sections below, or a paragraph that asks and "Answer" below it. nullopt where
/// the file has more such headings, or other headings that ask beside them. O(headings).
std::optional<Found> file_in_halves(const Document& document);

}  // namespace answers::markdown
