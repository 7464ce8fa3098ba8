#pragma once

#include "corpus/record.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace answers {

/// "A {{c1::word::hint}} here." asks "A […] here.", and answers "A word here.".
struct Cloze {
  std::string question{};
  std::string answer{};
};

/// The gaps of a text, whatever their numbers, one in another allowed. nullopt when it has none.
/// O(length).
std::optional<Cloze> cloze_of(std::string_view text);

/// "Spanish::Verbs" as a path of topics; decks of packages part them by U+001F.
std::vector<std::string> deck_path(std::string_view deck);

/// Tags as Anki writes them: words between blanks.
std::vector<std::string> anki_tags(std::string_view text);

/// What Anki knows of a note: the sides' texts, and the names that its type gives them (as many, or
/// none).
struct AnkiNote {
  std::span<const std::string_view> fields{};
  std::span<const std::string> names{};
  bool html = true;
};

/// Makes a record of a note: the field that is named as a question ("Front", "Word") or else the
/// first one asks, the fields named as answers, or else all others, answer; a first field with gaps
/// asks with its gaps. `base` holds its place, topics and tags. nullopt for what no text is: image
/// occlusion, a note without a front. O(length).
std::optional<Record> record_of(const AnkiNote& note, Record base);

}  // namespace answers
