#include "corpus/markdown/file_in_halves.h"

#include "corpus/characters/characters.h"
#include "corpus/characters/sixteen_bytes.h"
#include "corpus/wording/labels.h"
#include "corpus/wording/question_text.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace answers::markdown {
namespace {

/// "Question", but not "Questions" or "Question 3".
bool names_question(const Heading& heading) {
  const auto& label = heading.label;
  return label && label->kind == LabelKind::question && !label->lone_letter &&
         label->rest.empty() && label->number.empty() &&
         !folded_words(heading.title).ends_with('s');
}

/// "Answer", "Quick answer", but not "Answers".
bool names_answer(const Heading& heading) {
  const auto may_be_answer = [](const Sixteen& letter, const Sixteen& next) {
    return ((letter | 0x20) == 'n') & ((next | 0x20) == 's');
  };
  if (!heading.announces_answer &&
      find_pair(heading.title, 0, may_be_answer) == heading.title.size())
    return false;
  const std::string words = folded_words(heading.title);
  return !words.ends_with('s') && (heading.announces_answer || words.ends_with(" answer"));
}

/// Lines [first, last) without blank ones at both ends.
Range trimmed_lines(const Document& document, Range lines) {
  lines.first = document.skip_blank(lines.first, lines.last);
  while (lines.last > lines.first && document[lines.last - 1].kind == Kind::blank) --lines.last;
  return lines;
}

std::string text_of(const Document& document, Range lines) {
  return std::string(document.text().lines(lines.first, lines.last));
}

/// The question, in lines whose first paragraph asks it and whose others say more about it.
Found asked_in(const Document& document, Range lines) {
  std::size_t end = lines.first;
  while (end < lines.last && document[end].kind != Kind::blank) ++end;
  Found found;
  found.question = text_of(document, {lines.first, end});
  std::ranges::replace(found.question, '\n', ' ');
  found.answer_body = text_of(document, {end, lines.last});
  return found;
}

}  // namespace

std::optional<Found> file_in_halves(const Document& document) {
  std::vector<const Heading*> headings;
  for (const Heading& heading : document.headings()) {
    if (!document.is_code(heading.line)) headings.push_back(&heading);
  }
  const auto is_question = [](const Heading* heading) { return names_question(*heading); };
  const auto is_answer = [](const Heading* heading) { return names_answer(*heading); };
  const auto question = std::ranges::find_if(headings, is_question);
  const bool named = question != headings.end();
  auto answer = std::find_if(named ? question : headings.begin(), headings.end(), is_answer);
  if (!named && answer == headings.end()) return std::nullopt;
  const Heading& label = named ? **question : **answer;
  const auto is_other = [&label, named](const Heading* heading) {
    if (heading == &label) return false;
    const auto& other = heading->label;
    return (other && other->kind == LabelKind::question && !other->lone_letter) ||
           (!named && names_answer(*heading)) ||
           (heading->level <= label.level && ends_in_question_mark(heading->title));
  };
  if (std::ranges::any_of(headings, is_other)) return std::nullopt;

  // The paragraph above "Answer", or all below "Question".
  const auto above = named ? question : answer == headings.begin() ? headings.end() : answer - 1;
  if (above == headings.end() || above + 1 == headings.end()) return std::nullopt;
  Range asked = trimmed_lines(document, {(**above).end_line, (**(above + 1)).line});
  if (!named) {
    for (std::size_t line = asked.first; line < asked.last; ++line) {
      if (document[line].kind == Kind::blank) asked.first = line + 1;
    }
  }
  if (asked.first >= asked.last) return std::nullopt;
  const bool quoted = document[asked.first].kind == Kind::quote && asked.last == asked.first + 1;
  if (document[asked.first].kind != Kind::text && !quoted) return std::nullopt;
  Found found = asked_in(document, asked);
  if (!ends_in_question_mark(found.question) && (!named || answer == headings.end()))
    return std::nullopt;

  Range told{};
  if (answer == headings.end()) {
    answer = above + 1;
    told.first = (**answer).line;
  } else {
    told.first = (**answer).end_line;
    if (named && answer != question + 1)
      found.answer_body.append("\n\n").append(
          text_of(document, {(**(question + 1)).line, (**answer).line}));
  }
  told.last = document.count();
  for (auto below = answer; below != headings.end(); ++below) {
    const Heading& heading = **below;
    if (heading.line < told.first) continue;
    const bool ends = named ? heading.furniture != Furniture::none && !names_answer(heading)
                            : heading.level <= label.level;
    if (!ends) continue;
    told.last = heading.line;
    break;
  }
  found.answer = text_of(document, trimmed_lines(document, told));
  if (is_blank(found.answer)) return std::nullopt;
  found.begin = document.byte(named ? label.line : asked.first);
  found.rest = found.end = document.byte(told.last);
  return found;
}

}  // namespace answers::markdown
