#include "corpus/markdown/label_line_shape.h"

#include "corpus/characters/characters.h"
#include "corpus/markdown/evidence.h"
#include "corpus/wording/labels.h"
#include "corpus/wording/question_words.h"

#include <vector>

namespace answers::markdown {
namespace {

struct Labelled {
  std::size_t line;
  LabelKind kind;
  bool lone_letter;
};

std::vector<Labelled> labelled_lines(const Document& document, Range range) {
  std::vector<Labelled> lines;
  for (std::size_t line = range.first; line < range.last; ++line) {
    const Line& here = document[line];
    if (here.kind != Kind::text && here.kind != Kind::html && here.kind != Kind::list_item)
      continue;
    if (here.code != Code::no || here.indent > 8 || document.is_contents(line)) continue;
    const std::string_view content = document.content(line);
    const auto label = leading_label(content);
    // An answer may stand in a list within the question's.
    if (!label ||
        (here.indent > 3 && (label->kind == LabelKind::question || here.kind != Kind::list_item)))
      continue;
    // A link is an entry of a table of contents: "* [Q4: …](#q4)".
    if (content.starts_with('[')) continue;
    lines.push_back({line, label->kind, label->lone_letter});
  }
  return lines;
}

}  // namespace

Finding find_label_lines(const Document& document, Range range) {
  std::vector<Labelled> lines = labelled_lines(document, range);
  std::size_t questions = 0;
  std::size_t answered = 0;
  std::size_t sure = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].kind != LabelKind::question) continue;
    ++questions;
    if (!lines[i].lone_letter) ++sure;
    if (i + 1 < lines.size() && lines[i + 1].kind == LabelKind::answer) ++answered;
  }
  if (questions < 2) return {};
  const bool marked = 2 * answered >= questions || answered >= 3;
  // A lone letter needs the other one for company; "Question:" may do without.
  if (!marked && 2 * sure < questions) return {};
  Finding finding;
  Tally prose;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Labelled& question = lines[i];
    if (question.kind != LabelKind::question) continue;
    Found found;
    found.begin = document.byte(question.line);
    // The question's paragraph: up to a blank line, an answer's label, or anything but text.
    std::size_t end = question.line + 1;
    const std::size_t next = i + 1 < lines.size() ? lines[i + 1].line : range.last;
    while (end < next && document[end].kind == Kind::text) ++end;
    // Where no label announces the answer, only the line itself is sure to be the question.
    if (!marked) end = question.line + 1;
    const std::size_t title = document[question.line].content;
    found.title = std::string_view(document.text().text).substr(title, document.byte(end) - title);
    found.rest = document.byte(end);
    found.answer_marked = marked;
    found.lone_letters = true;
    const std::size_t below = document.skip_blank(end, next);
    prose.add(below < next && document[below].kind != Kind::fence);
    finding.questions.push_back(std::move(found));
  }
  // "Question: …" with its code below and nothing else is an exercise without an answer.
  if (!marked && prose.share() < 0.5) {
    for (Found& found : finding.questions) found.answer_marked = true;
  }
  finding.evidence = std::to_string(questions) + " lines with a question's label, " +
                     std::to_string(answered) + " with an answer's label next";
  return finding;
}

}  // namespace answers::markdown
