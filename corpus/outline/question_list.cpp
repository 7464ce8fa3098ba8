#include "corpus/outline/question_list.h"

#include "corpus/characters/characters.h"
#include "corpus/wording/asking.h"
#include "corpus/wording/labels.h"
#include "corpus/wording/question_text.h"

#include <cstddef>
#include <string>
#include <utility>

namespace answers {
namespace {

constexpr std::size_t fewest_asking = 3;
constexpr std::size_t longest_entry = 400;  // bytes
constexpr std::size_t enough = 40;          // entries that show what the text is

bool is_bullet(std::string_view line) {
  return line.size() > 2 && (line[0] == '-' || line[0] == '*' || line[0] == '+') && line[1] == ' ';
}

/// Whether a paragraph below a question answers it: titles stand no deeper than questions and are
/// no sentences.
bool is_answer(const PlainText& text, std::size_t question, std::size_t line, std::size_t end) {
  if (text.indents[line] > text.indents[question]) return true;
  const std::string_view last = text.at(end - 1);
  return last.ends_with('.') || last.ends_with('!') || last.ends_with("。");
}

/// "Q: Is it? A: Yes."
bool holds_answer(std::string_view entry) {
  const std::size_t mark = entry.find("? ");
  if (mark == std::string_view::npos) return false;
  const auto label = leading_label(entry.substr(mark + 2));
  return label && label->kind == LabelKind::answer;
}

/// Whether a number, a list mark or the label of a question begins the line.
bool is_marked(std::string_view line) {
  if (is_bullet(line) || leading_number(line).size > 0) return true;
  const auto label = leading_label(line);
  return label && label->kind == LabelKind::question;
}

}  // namespace

std::optional<Outline> question_list(const PlainText& text) {
  Outline outline = outline_of(text, "list of questions:");
  outline.topics.clear();  // the title is an entry
  std::size_t asking = 0;
  std::size_t telling = 0;
  std::size_t entries = 0;
  std::size_t answered = 0;
  for (std::size_t line = text.next_text(0); line < text.count();) {
    const bool marked = is_marked(text.at(line));
    std::size_t end = line + 1;
    if (Heading* above = outline.headings.empty() ? nullptr : &outline.headings.back();
        !marked && above != nullptr && above->apart) {
      const std::size_t paragraph = text.paragraph_end(line);
      if (!ends_in_question_mark(text.at(paragraph - 1)) &&
          is_answer(text, above->line, line, paragraph)) {
        if (above->end == above->text) ++answered;
        above->end = paragraph;
        line = text.next_text(paragraph);
        continue;
      }
    }
    // What is indented below an entry, or goes on in lower case, is more of it.
    while (text.is_text(end) && !ends_in_question_mark(text.at(end - 1)) &&
           !is_marked(text.at(end)) &&
           (text.indents[end] > text.indents[line] ||
            (text.at(end).front() >= 'a' && text.at(end).front() <= 'z')))
      ++end;
    std::string_view first = text.at(line);
    if (is_bullet(first)) first = trimmed(first.substr(1));
    std::string entry = text.joined(first, line + 1, end);
    if (entry.size() > longest_entry || holds_answer(entry)) return std::nullopt;
    const bool question = ends_in_question_mark(entry) || (marked && asks(entry));
    // A line that asks nothing is a title where entries stand below it; more of them are answers.
    if (question) {
      ++asking;
    } else if (leading_number(first).size > 0) {
      ++telling;  // "4. Explain milk."
    }
    ++entries;
    if (entries >= enough && asking * 2 < entries) return std::nullopt;
    Heading heading;
    heading.level = question || marked ? 2 : 1;
    heading.line = line;
    heading.text = heading.end = end;
    heading.apart = heading.told = question || marked;
    heading.title = std::move(entry);
    outline.headings.push_back(std::move(heading));
    line = text.next_text(end);
  }
  const bool is_list = (asking + telling) * 5 >= entries * 4 && asking >= 2 * telling;
  // Where most are answered, the shapes of an FAQ know more of answers.
  if (asking < fewest_asking || !is_list || answered * 2 >= asking) return std::nullopt;
  return outline;
}

}  // namespace answers
