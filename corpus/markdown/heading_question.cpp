#include "corpus/markdown/heading_question.h"

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

}  // namespace answers::markdown
