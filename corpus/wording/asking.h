#pragma once

#include <cstdint>
#include <string_view>

namespace answers {

/// How a heading or a line asks, the surer the greater. It is evidence to be weighed beside what
/// stands around it (corpus/outline/decision.h), not a verdict.
enum class Asking : std::uint8_t {
  no,
  task,    ///< begins as a task does, or a manual's step: "Explain …", "Create …", "If …"
  clause,  ///< begins with a word that asks and goes on as a clause: "How the moon pulls", "How to"
  words,   ///< begins as questions do: "What is …", "Wie …", "Чем …", "为什么…"
  mark,    ///< has_question_mark()
};

/// How `text` asks, behind a number and an ordinal at its beginning, in some twenty languages.
/// Looks at the beginning and the end alone. O(1).
Asking how_asks(std::string_view text);

/// Whether `text` is told by somebody who looks for help: "I cannot log in", "Meine Karte ist weg".
/// What else it is depends on where it stands: among questions it asks as they do. O(1).
bool speaks_as_asker(std::string_view text);

/// Whether a line has a question mark (of any script) where a sentence ends: "Why? I only asked".
/// "ls foo?.txt" and "http://a/?q=1" have none.
bool has_question_mark(std::string_view text);

/// Whether `text` reads as a question: at least as a clause.
inline bool asks(std::string_view text) { return how_asks(text) >= Asking::clause; }

/// Whether `text` reads as a question or a task.
inline bool reads_like_question(std::string_view text) { return how_asks(text) >= Asking::task; }

}  // namespace answers
