#include "corpus/markdown/body_and_answer.h"

#include "corpus/characters/characters.h"
#include "corpus/wording/answer_text.h"
#include "corpus/wording/labels.h"
#include "corpus/wording/question_text.h"
#include "corpus/wording/trouble_labels.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace answers::markdown {
namespace {

/// Whether "<details>" at `line` folds an answer: its summary says so.
bool folds_answer(const Document& document, std::size_t line, std::size_t end) {
  const std::string_view text = document.text().text;
  const std::size_t begin = document[line].content;
  const std::string_view here = text.substr(begin, document.byte(std::min(end, line + 4)) - begin);
  if (!starts_with_ignoring_case(here, "<details")) return false;
  const std::size_t summary = here.find("<summary");
  const std::size_t open = here.find('>', summary);
  const std::size_t close = here.find("</summary>");
  if (summary == std::string_view::npos || close == std::string_view::npos || open > close)
    return false;
  return is_answer_label(plain_inline(here.substr(open + 1, close - open - 1)));
}

/// Whether the next list item of lines [line, end) is an option "B".
bool has_option_b(const Document& document, std::size_t line, std::size_t end) {
  while (line < end && document[line].kind != Kind::list_item) ++line;
  return line < end && document.content(line).starts_with("B");
}

/// Whether the answer is announced at `line`.
bool announces_answer(const Document& document, std::size_t line, std::size_t end,
                      bool lone_letters) {
  const Line& here = document[line];
  if (here.code == Code::yes) return false;
  switch (here.kind) {
    case Kind::html:
      if (folds_answer(document, line, end)) return true;
      break;
    case Kind::text:
    case Kind::heading:
    case Kind::list_item:
    case Kind::quote:
      break;
    default:
      return false;
  }
  if (here.indent > 8) return false;
  const std::string_view content = document.content(line);
  if (const auto label = document.label(line); label && label->kind == LabelKind::answer) {
    // In a list "A." is an option, and "A:" too if "B:" follows; "**A:**" is a label.
    if (label->lone_letter)
      return lone_letters &&
             (here.kind != Kind::list_item || content.starts_with("**") ||
              (content.starts_with("A:") && !has_option_b(document, line + 1, end)));
    return true;
  }
  // "View answer" and its kin are words of a heading, a link or a bold line.
  if (here.kind != Kind::heading && !content.starts_with('*')) return false;
  return says_answer(content);
}

/// "[ ]", "[x]", "[X]" at the beginning of a list item.
enum class Box { none, empty, ticked };

Box box_of(const Document& document, std::size_t line) {
  if (document[line].kind != Kind::list_item || document.is_code(line)) return Box::none;
  const std::string_view content = document.content(line);
  if (content.size() < 3 || content[0] != '[') return Box::none;
  const std::size_t close = content.substr(0, 6).find(']');
  if (close == std::string_view::npos) return Box::none;
  const std::string_view mark = trimmed(content.substr(1, close - 1));
  if (mark.empty()) return Box::empty;
  return mark == "x" || mark == "X" || mark == "*" || mark == "✓" || mark == "✔" ? Box::ticked
                                                                                 : Box::none;
}

struct Option {
  std::size_t first;
  std::size_t last;
  bool ticked;
};

/// The options of a quiz item in lines [first, last), two at least; none when it has no boxes.
std::vector<Option> options_in(const Document& document, std::size_t first, std::size_t last) {
  std::vector<Option> options;
  bool fences_between = false;
  for (std::size_t line = first; line < last; ++line) {
    const Box box = box_of(document, line);
    if (box != Box::none) {
      if (!options.empty()) {
        options.back().last = line;
        for (std::size_t between = options.back().first + 1; between < line; ++between)
          fences_between = fences_between ||
                           (document[between].kind == Kind::fence && document[between].indent < 2);
      }
      options.push_back({line, line + 1, box == Box::ticked});
    }
  }
  if (options.size() < 2) return {};
  // The last one ends before the first line that stands at the margin, except code, if the others
  // hold code there too.
  std::size_t line = options.back().first + 1;
  bool blank = false;
  for (; line < last; ++line) {
    const Line& here = document[line];
    if (here.kind == Kind::blank) {
      blank = true;
      continue;
    }
    if (here.indent >= 2) continue;
    if (here.code != Code::no &&
        (fences_between || document[options.back().first + 1].indent >= 2)) {
      fences_between = fences_between && here.code != Code::no;
      continue;
    }
    if (!blank && here.kind == Kind::text) continue;
    break;
  }
  options.back().last = line;
  return options;
}

std::string_view lines_of(const Document& document, std::size_t first, std::size_t last) {
  return std::string_view(document.text().text)
      .substr(document.byte(first), document.byte(last) - document.byte(first));
}

/// An option without its box.
std::string text_of(const Document& document, const Option& option) {
  std::string_view text = lines_of(document, option.first, option.last);
  text.remove_prefix(document[option.first].content - document.byte(option.first));
  text.remove_prefix(text.find(']') + 1);
  return std::string(trimmed(text));
}

BodyAndAnswer quiz(const Document& document, std::size_t first, std::size_t last,
                   const std::vector<Option>& options) {
  BodyAndAnswer parts;
  parts.body = trim_answer(lines_of(document, first, options.back().last));
  const auto ticked = std::ranges::count_if(options, &Option::ticked);
  for (const Option& option : options) {
    if (!option.ticked) continue;
    if (ticked > 1) parts.answer += "- ";
    parts.answer += text_of(document, option);
    parts.answer += '\n';
  }
  if (ticked == 0) return parts;  // an explanation without an answer explains nothing
  const std::string_view explanation = trim_answer(lines_of(document, options.back().last, last));
  if (!explanation.empty()) parts.answer.append("\n").append(explanation);
  parts.answer = trim_answer(parts.answer);
  return parts;
}

/// Whether a text begins with the label or the heading of a cause: "**Cause**: …", "### Cause".
bool names_cause(std::string_view text) {
  const auto label = trouble_label(text);
  const std::string_view line = text.substr(0, text.find('\n'));
  const auto kind = label                   ? std::optional(label->kind)
                    : line.starts_with('#') ? trouble_named(line)
                                            : std::nullopt;
  return kind == TroubleKind::cause || kind == TroubleKind::symptom;
}

/// Without the indent of the list item it stands in, and what all its lines have beyond that: four
/// columns are code.
void undent(std::string& text, std::size_t of_item) {
  const std::size_t common = common_indent(text);
  const std::size_t columns = common > of_item && common < of_item + 4 ? common : of_item;
  if (columns > 0) text = dedent(text, columns);
}

}  // namespace

BodyAndAnswer body_and_answer(const Document& document, const Found& found, std::size_t end) {
  const std::string_view text = document.text().text;
  BodyAndAnswer parts;
  const auto from = [&](std::size_t begin, std::size_t behind) {
    // Blanks in the middle of a line are no indent.
    std::string_view part = text.substr(begin, behind - begin);
    if (begin > 0 && text[begin - 1] != '\n') part = trimmed(part);
    return part;
  };
  // Where the rest begins in the middle of a line, that line belongs to it as a whole.
  const std::size_t first_line = document.line_at(found.rest);
  const bool mid_line = document.byte(first_line) < found.rest;
  const std::size_t first = mid_line ? first_line + 1 : first_line;
  const std::size_t end_line = document.line_at(end);
  const std::size_t last = document.byte(end_line) < end ? end_line + 1 : end_line;
  std::size_t marker = Found::open;
  for (std::size_t line = first; line < last; ++line) {
    if (!announces_answer(document, line, last, found.lone_letters)) continue;
    marker = line;
    break;
  }
  // Below a blank line it parts an answer that nobody has written yet from what follows.
  const bool right_below =
      marker != Found::open && marker + 1 < last && document[marker + 1].kind == Kind::rule;
  const RuleAlone rule = right_below ? RuleAlone::stays : RuleAlone::goes;
  if (marker == Found::open) {
    const auto options = options_in(document, first, last);
    if (!options.empty()) {
      parts = quiz(document, first, last, options);
    } else if (!found.answer_marked) {
      parts.answer = trim_answer(from(found.rest, end));
    } else {
      parts.body = trim_answer(from(found.rest, end));
    }
  } else {
    parts.body = trim_answer(from(found.rest, document.byte(marker)));
    std::string_view answer = text.substr(document.byte(marker), end - document.byte(marker));
    if (found.lone_letters) {
      const auto label = leading_label(answer);
      if (label && label->lone_letter)
        answer.remove_prefix(static_cast<std::size_t>(label->rest.data() - answer.data()));
    }
    std::string whole(answer);
    undent(whole, found.indent);
    parts.answer = trim_answer(whole, rule);
    undent(parts.answer, 0);
    // "Cause: …" is a part of the remedy, not of the question.
    if (names_cause(parts.body)) {
      parts.answer = parts.body + "\n\n" + std::string(trimmed(answer));
      parts.body.clear();
    }
  }
  if (marker == Found::open) undent(parts.answer, found.indent);
  undent(parts.body, found.indent);
  if (!found.body.empty()) {
    const std::string_view extra = trim_answer(found.body);
    parts.body = parts.body.empty() ? std::string(extra) : std::string(extra) + "\n\n" + parts.body;
  }
  return parts;
}

}  // namespace answers::markdown
