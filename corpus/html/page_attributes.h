#pragma once

#include "corpus/listener.h"

#include <cstddef>
#include <functional>

struct GumboInternalNode;

namespace answers {

/// Tells of the questions and answers that a page keeps in attributes until a script shows them:
/// `data-question="…" data-answer="…"`, <faq-item question="…">answer</faq-item>, a button that
/// asks with a `data-answer` of some words. `place_of` gives the place of a range of lines; `base`
/// is what holds for all records. O(length).
void read_attributes(const GumboInternalNode* root,
                     const std::function<Place(std::size_t, std::size_t)>& place_of,
                     const Record& base, Listener& listener);

}  // namespace answers
