#pragma once

#include "corpus/markdown/shapes.h"

namespace answers::markdown {

/// Flash cards in notes (Obsidian, Logseq): "question::answer" and "question:::answer" in one line,
/// a question and its answer with a lone "?" or "??" between them, and a question with the tag
/// "#card" or "#flashcard" at its end. "::" also stands in code and in fields of notes: it counts
/// where a tag of the file speaks of cards ("#flashcards/physics"), else where three such questions
/// end in a question mark.
void add_cards(const Document& document, std::vector<Candidate>& candidates);

}  // namespace answers::markdown
