#pragma once

#include "corpus/markdown/shapes.h"

#include <vector>

namespace answers::markdown {

/// Takes lone letters for labels where most questions begin with one and as many answers as not
/// with its counterpart: "### P: ¿Qué es?" above "**R:** …", "### Q: What?" above "A: …". Such
/// questions lose it (those with 'Q' when they are cleaned), and `lone_letters` is set for their
/// answers. O(questions).
void take_letter_labels(const Document& document, std::vector<Found>& questions);

/// Marks questions that are no headings and whose titles a letter counts ("**A. What?**", "**B.
/// Why?**"). O(questions).
void mark_lettered(std::vector<Found>& questions);

}  // namespace answers::markdown
