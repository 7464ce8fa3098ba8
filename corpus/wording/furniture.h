#pragma once

#include <string_view>

namespace answers {

/// What a heading announces that is neither a question nor a topic.
enum class Furniture {
  none,
  contents,  ///< "Table of contents", "目录": what stands below repeats the questions
  project,   ///< "License", "Contributing", "Disclaimer": nothing below belongs to an answer
  closing,   ///< "What next?", "Still have questions?": asks and is no question
  part,      ///< "References", "Example", "Good to hear": a part of the answer it stands in
};

/// Looks at the words alone: marks, numbers, emoji and case do not count.
Furniture furniture_of(std::string_view heading);

/// Whether words, as folded_words() gives them, name a part of a program that has to do with
/// `thing` ("faq", "glossary"): "FAQ section component", "FAQ_IMPLEMENTATION", no "Component FAQ".
bool names_program(std::string_view words, std::string_view thing);

/// What a heading, title or file's name announces, all of the following at once; a program that
/// shows an FAQ is none.
struct Announced {
  bool faq = false;
  bool glossary = false;  ///< terms, each of which is an entry
  bool troubles = false;
  bool questions = false;
};
Announced announced_by(std::string_view text);

/// Whether a heading or a file's name announces frequently asked questions, in any language.
bool announces_faq(std::string_view text);

/// Whether a heading is nothing but a name of such: "Common questions?", no "What is an FAQ?".
bool names_faq_alone(std::string_view heading);

/// Whether a heading, title or file's name is that of a list of terms: "Glossary".
bool announces_glossary(std::string_view text);

/// Whether a heading, title or file's name announces troubles and their remedies, each as an entry:
/// "Troubleshooting", "Known issues".
bool announces_troubles(std::string_view text);

/// Whether a heading, title or file's name speaks of questions at all: an FAQ, an interview, a
/// quiz.
bool smells_of_questions(std::string_view text);

}  // namespace answers
