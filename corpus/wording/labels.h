#pragma once

#include <optional>
#include <string_view>

namespace answers {

enum class LabelKind { question, answer };

/// What people write before a question or an answer: "Q3:", "**Question 17a.**", "A:", "### Ответ",
/// "答：". The views lie in the text that was looked at.
struct Label {
  LabelKind kind = LabelKind::question;
  bool lone_letter = false;   ///< "A." and "P:" are also list letters: they need company
  std::string_view number{};  ///< "17a"; empty when it has none
  std::string_view rest{};    ///< what follows the label, of its line(s); empty for a bare one
};

/// The label that `text` begins with, after white space and Markdown or HTML emphasis, heading,
/// list and quotation marks. nullopt when there is none: a word alone is one only if a ':', a
/// number or the end of the text follows ("Answer", "Answer: 4", "Question 3 Why …", but not
/// "Answer the …").
std::optional<Label> leading_label(std::string_view text);

/// The name of a speaker that `text` begins with as a label does: "User:", "**Assistant:**",
/// "Interviewer: Why …", "Your response: …", or alone in its line ("## ChatGPT"). Who asks is a
/// question's label, who answers an answer's; nullopt for all other names.
std::optional<Label> speaker_label(std::string_view text);

/// Whether all of `text` says no more than that the answer follows: "**Answer:**", "View solution",
/// "查看答案", "Click to see the answer".
bool is_answer_label(std::string_view text);

/// The same of a text that begins with no label of an answer, which is known where
/// leading_label() was asked before.
bool says_answer(std::string_view text);

/// Whether the summary of a <details> says no more than that it opens: "Click to reveal", "More",
/// "…".
bool only_opens(std::string_view text);

/// Whether the summary of a <details> only says what is folded up there (an answer, a hint, a table
/// of contents, "See Class", "Click to expand"): then it is no question.
bool is_summary_label(std::string_view text);

}  // namespace answers
