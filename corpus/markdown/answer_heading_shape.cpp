#include "corpus/markdown/answer_heading_shape.h"

#include "corpus/markdown/heading_question.h"
#include "corpus/wording/labels.h"
#include "corpus/wording/question_text.h"
#include "corpus/wording/question_words.h"

namespace answers::markdown {
namespace {

bool is_labelled_question(const Heading& heading) {
  const auto label = leading_label(heading.title);
  return label && label->kind == LabelKind::question;
}

/// Whether a bare label ("# Questions") has a list below it.
bool lists_questions(const Document& document, const Found& found) {
  if (!clean_question(found.title).text.empty()) return false;
  for (std::size_t line = document.line_at(found.rest); document.byte(line) < found.at_least;
       ++line) {
    if (document[line].kind == Kind::list_item) return true;
  }
  return false;
}

}  // namespace

Finding find_answer_headings(const Document& document, Range range) {
  Finding finding;
  const Heading* before = nullptr;  // the heading directly above, if it may be a question
  std::size_t unsure = 0;
  for (const Heading& heading : document.headings_in(range)) {
    if (document.is_code(heading.line)) continue;
    if (!heading.announces_answer) {
      // "题目：…", "出题人：…", "参考答案：…": the labelled one is the question.
      if (before != nullptr && before->level == heading.level && is_labelled_question(*before))
        continue;
      before = heading.furniture == Furniture::none ? &heading : nullptr;
      continue;
    }
    if (before != nullptr &&
        (before->level < heading.level || is_labelled_question(*before) ||
         (before->level == heading.level && reads_like_question(before->title)))) {
      if (!reads_like_question(before->title) && !is_labelled_question(*before)) ++unsure;
      finding.questions.push_back(question_of(document, *before));
      finding.questions.back().at_least = document.byte(heading.line);
    }
    before = nullptr;
  }
  // "# Questions" with a list and "# Answers" with another are two lists.
  if (finding.questions.size() == 1 && lists_questions(document, finding.questions[0])) return {};
  // "## Problem / ### Solution" is also how a README speaks of itself: one alone must ask.
  if (finding.questions.size() == unsure && unsure < 2 && !document.smells_of_questions())
    return {};
  if (!finding.questions.empty())
    finding.evidence =
        std::to_string(finding.questions.size()) + " headings with an answer heading";
  return finding;
}

}  // namespace answers::markdown
