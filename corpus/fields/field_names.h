#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace answers {

/// What a key of an object, or a column of a table, holds of a question or an answer.
enum class FieldRole {
  other,
  question,    ///< "question", "q", "prompt", "front", "Frage"
  title,       ///< "title", "name": a question where an answer stands beside it, else a topic
  term,        ///< "term", "word": a question where its definition stands beside it
  body,        ///< "body", "code": belongs to the question
  answer,      ///< "answer", "response", "back", "output", "Antwort"
  text,        ///< "text", "content": an answer beside a question or a title
  definition,  ///< "definition", "meaning", "description": an answer beside a question or a term
  expansion,   ///< what an abbreviation stands for: "full form"
  accepted_answer,   ///< of schema.org
  suggested_answer,  ///< of schema.org
  instruction,
  input,
  output,
  context,    ///< what the question is asked about
  instances,  ///< inputs and outputs to one instruction
  patterns,   ///< several ways to ask the same
  responses,  ///< several ways to answer the same
  options,
  wrong_options,
  correct,  ///< the right option: itself, its letter or number
  explanation,
  turns,     ///< of a conversation
  chosen,    ///< the better of two answers
  mapping,   ///< of a ChatGPT export
  passages,  ///< "paragraphs", "qas": SQuAD
  votes,
  accepted,
  id,
  tags,
  section,
  source,
  page,
  author,
  date,
  url,
  language,
  difficulty,
};

/// Whether a role is one side of a pair.
constexpr bool is_side(FieldRole role) {
  return role == FieldRole::question || role == FieldRole::answer;
}

struct FieldName {
  FieldRole role = FieldRole::other;
  int rank = 0;  ///< of two names of one role in one object the one of lower rank counts
};

constexpr int rank_of_words = 100;  ///< of the first name that is known by a word of it alone

/// Upper and lower case, accents, blanks, '_', '-' and '.' do not count: "Correct Answer",
/// "correct_answer" and "correctAnswer" are one name, and "intrebare" is "întrebare". Of a name
/// that is not known as a whole, the first or the last word counts, if it is one for a question or
/// an answer ("canonical_question", "Agent Response", "Question (EN)") and no other word says that
/// it is about something else ("question_id"): of a higher rank than all that are known. O(length).
FieldName field_name(std::string_view name);

/// Whether a name of a term is one of an abbreviation: "acronym", "sigla".
bool is_abbreviation_key(std::string_view name);

/// Whether a name is one of a number: "Question #", "# of questions", "# Questions".
bool is_number_of(std::string_view name);

/// From now on these names say what is asked and what answers, whatever else they say: of columns,
/// and of keys. For the whole process, before anything is read; case and marks do not count.
struct GivenNames {
  std::vector<std::string> questions{};
  std::vector<std::string> answers{};
};
void give_field_names(const GivenNames& names);

/// "question=Kwestie,answer=Uitleg", each as often as wanted; a name may hold commas. nullopt for
/// what is no such list.
std::optional<GivenNames> given_names_in(std::string_view text);

/// Whether a name was given so.
bool is_given_name(std::string_view name);

/// Where the last word of a name begins: behind the last of its '_', '-', '.' and blanks, else at
/// its last capital ("faq.q", "faqQ_"); 0 where it is one word. O(length).
std::size_t last_word_of(std::string_view name);

/// Whether a name is made of words that columns are named by alone ("faq_id", "question variant"):
/// two of them or more.
bool is_made_of_names(std::string_view name);

/// Whether the name of a file, or of a list, is one of a deck of flash cards, or of words to learn:
/// "flashcards", "spanish-vocab.json". O(length).
bool is_name_of_deck(std::string_view name);

/// Whether a key says no more than that there is data below it ("data", "items", "questions"), or
/// only numbers it ("q12"): no topic.
bool is_container_name(std::string_view name);

}  // namespace answers
