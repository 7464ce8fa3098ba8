#include "corpus/markdown/heading_question.h"

#include "corpus/characters/characters.h"
#include "corpus/wording/furniture.h"

#include <algorithm>

namespace answers::markdown {

Found question_of(const Document& document, const Heading& heading) {
  Found found;
  found.begin = document.byte(heading.line);
  found.title = heading.whole;
  found.rest = document.byte(std::min(heading.end_line, document.count()));
  found.level = heading.level;
  if (heading.in_list_item) {
    // The answer is the item's further content, indented as far as its own first line.
    const std::size_t below = document.skip_blank(heading.end_line, document.count());
    if (below < document.count()) found.indent = document[below].indent;
  }
  return found;
}

std::optional<Range> faq_section(const Document& document, Range range) {
  const auto headings = document.headings_in(range);
  for (std::size_t i = 0; i < headings.size(); ++i) {
    const Heading& heading = headings[i];
    if (document.is_code(heading.line) || document.is_contents(heading.line)) continue;
    if (!announces_faq(heading.title) || heading.title.size() > 80) continue;
    std::size_t last = range.last;
    for (std::size_t next = i + 1; next < headings.size(); ++next) {
      if (document.is_code(headings[next].line) || headings[next].level > heading.level) continue;
      last = std::min(last, headings[next].line);
      break;
    }
    return Range{heading.end_line, last};
  }
  return std::nullopt;
}

}  // namespace answers::markdown
