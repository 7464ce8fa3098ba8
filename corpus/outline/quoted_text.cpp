#include "corpus/outline/quoted_text.h"

#include "corpus/characters/characters.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace answers {
namespace {

/// What is quoted once in a line; empty for what is quoted twice, which others have answered.
std::string_view quoted(std::string_view line) {
  line = trimmed(line.substr(1));
  return line.starts_with('>') ? std::string_view() : line;
}

struct Quotation {
  std::string last{};     ///< its last paragraph in one line
  std::size_t begin = 0;  ///< the line of that
  std::size_t end = 0;    ///< one past the quotation
};

Quotation quotation_at(const PlainText& text, std::size_t line) {
  Quotation quotation;
  bool begins = true;
  for (; line < text.count() && text.at(line).starts_with('>'); ++line) {
    const std::string_view said = quoted(text.at(line));
    if (said.empty()) {
      begins = true;
      continue;
    }
    if (std::exchange(begins, false)) {
      quotation.last.clear();
      quotation.begin = line;
    }
    quotation.last.append(quotation.last.empty() ? "" : " ").append(said);
  }
  quotation.end = line;
  return quotation;
}

}  // namespace

Outline quoted_outline(const PlainText& text) {
  constexpr std::size_t fewest = 2;
  constexpr std::size_t longest = 600;  // bytes of a question
  Outline outline = outline_of(text, "text below quotations");
  std::size_t asking_outside = 0;
  bool answered = true;  // false: nothing stands yet below the last heading
  for (std::size_t line = 0; line < text.count();) {
    if (!text.at(line).starts_with('>')) {
      const bool foot = text.at(line) == "--";
      if (foot && !outline.headings.empty() && outline.headings.back().end == text.count())
        outline.headings.back().end = line;
      asking_outside += ends_in_question_mark(text.at(line)) ? 1U : 0U;
      answered = answered || (text.is_text(line) && !foot);
      ++line;
      continue;
    }
    // The question above ends here; without an answer it was none.
    if (!answered) outline.headings.pop_back();
    if (answered && !outline.headings.empty() && outline.headings.back().end == text.count())
      outline.headings.back().end = line;
    answered = true;
    Quotation quotation = quotation_at(text, line);
    line = quotation.end;
    if (quotation.last.size() > longest || !ends_in_question_mark(quotation.last)) continue;
    Heading heading;
    heading.kind = BlockKind::quote;
    heading.level = level_of_label;
    heading.title = std::move(quotation.last);
    heading.line = quotation.begin;
    heading.text = quotation.end;
    heading.end = text.count();
    heading.apart = true;
    heading.told = true;
    outline.headings.push_back(std::move(heading));
    answered = false;
  }
  if (!answered) outline.headings.pop_back();
  if (outline.headings.size() < fewest || outline.headings.size() < asking_outside)
    outline.headings.clear();
  return outline;
}

}  // namespace answers
