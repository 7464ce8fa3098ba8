#include "corpus/markdown/item_statements.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/wording/asking.h"
#include "corpus/wording/question_text.h"

#include <string>

namespace answers::markdown {

bool states_something(std::string_view plain) {
  constexpr std::size_t longest_task = 20;  // words
  plain = trimmed(plain);
  if (plain.find('?') != std::string_view::npos || starts_with_ignoring_case(plain, "hint"))
    return false;
  return count_words(plain) > longest_task || how_asks(plain) == Asking::no;
}

bool states_below(const Document& document, std::size_t first, std::size_t last) {
  const bool bullet =
      document[first].kind == Kind::list_item && !is_digit(trimmed(document.whole(first)).front());
  const bool paragraph =
      document[first].kind == Kind::text && (document[first - 1].kind == Kind::blank ||
                                             ends_in_question_mark(document.content(first - 1)));
  if (!bullet && !paragraph) return false;
  for (std::size_t line = first; line < last; ++line) {
    if (document[line].kind != Kind::list_item && line > first) continue;
    if (!states_something(plain_inline(document.content(line)))) return false;
  }
  return true;
}

}  // namespace answers::markdown
