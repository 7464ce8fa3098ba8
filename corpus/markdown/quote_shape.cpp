#include "corpus/markdown/quote_shape.h"

#include "corpus/characters/characters.h"
#include "corpus/markdown/evidence.h"
#include "corpus/wording/labels.h"
#include "corpus/wording/question_text.h"
#include "corpus/wording/question_words.h"

#include <string>

namespace answers::markdown {

Finding find_quotes(const Document& document, Range range) {
  constexpr std::size_t longest = 6;  // lines; longer quotations quote
  Finding finding;
  Tally asks;
  for (std::size_t line = range.first; line < range.last; ++line) {
    if (document[line].kind != Kind::quote || document.is_code(line) || document[line].indent > 3)
      continue;
    const std::size_t first = line;
    while (line + 1 < range.last && document[line + 1].kind == Kind::quote) ++line;
    const std::size_t below = document.skip_blank(line + 1, range.last);
    const bool paragraph = first == range.first || document[first - 1].kind == Kind::blank ||
                           document[first - 1].kind == Kind::heading;
    if (!paragraph || line - first >= longest || below >= range.last) continue;
    const Kind next = document[below].kind;
    if (next == Kind::heading || next == Kind::rule) continue;
    std::string question;
    for (std::size_t i = first; i <= line; ++i) question.append(document.content(i)).append(" ");
    const std::string plain = plain_inline(question);
    const bool alert = trimmed(plain).starts_with("[!");
    if (alert || is_blank(plain)) continue;
    // One that nothing answers ends the answer above it, and is no evidence.
    const bool answered = next != Kind::quote;
    if (!answered && !ends_in_question_mark(plain)) continue;
    if (answered) asks.add(reads_like_question(plain));
    Found found;
    if (const auto label = leading_label(plain)) found.lone_letters = label->lone_letter;
    found.begin = document.byte(first);
    found.question = std::move(question);
    found.rest = document.byte(line + 1);
    finding.questions.push_back(std::move(found));
  }
  if (asks.share() < 0.6) return {};
  finding.evidence = std::to_string(asks.yes) + " quotations that ask, with text below";
  return finding;
}

}  // namespace answers::markdown
