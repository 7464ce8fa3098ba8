#include "corpus/markdown/bold_lines.h"

#include "corpus/characters/characters.h"
#include "corpus/wording/leading_number.h"
#include "corpus/wording/question_text.h"

#include <string>

namespace answers::markdown {

std::optional<Bold> how_bold(std::string_view text) {
  if (text.size() < 5 || (text[0] != '*' && text[0] != '_' && text[0] != '<')) return std::nullopt;
  std::string_view close = text.substr(0, 2);
  std::string_view inside = text.substr(2);
  if (starts_with_ignoring_case(text, "<b>")) {
    close = "</b>";
    inside = text.substr(3);
  } else if (starts_with_ignoring_case(text, "<strong>")) {
    close = "</strong>";
    inside = text.substr(8);
  } else if (close != "**" && close != "__") {
    return std::nullopt;
  }
  if (inside.starts_with('*')) inside.remove_prefix(1);
  const std::size_t end = inside.find(close);
  if (end == std::string_view::npos || end == 0) return std::nullopt;
  const std::string_view behind = inside.substr(end + close.size());
  if (leading_number(inside.substr(0, end)).size > 0) return Bold::numbered;
  // "**3.** What …", "**3**. What …": the number alone is bold.
  const LeadingNumber number =
      leading_number(std::string(inside.substr(0, end)).append(behind.substr(0, 40)));
  if (number.size > 0 && number.size <= end + 2) return Bold::numbered;
  // Nothing but emoji, punctuation and line breaks behind it.
  if (behind.size() < 80 && folded_words(plain_inline(behind)).empty()) return Bold::whole;
  return std::nullopt;
}

bool is_all_bold(std::string_view content) {
  content = trimmed(content);
  return content.size() > 4 && content.starts_with("**") &&
         content.find("**", 2) == content.size() - 2;
}

std::size_t end_of_bold(const Document& document, std::size_t line) {
  constexpr std::size_t most_lines = 4;
  const std::string_view first = document.content(line);
  if (!first.starts_with("**") || first.find("**", 2) != std::string_view::npos) return line + 1;
  for (std::size_t below = line + 1; below < document.count() && below < line + most_lines;
       ++below) {
    if (document[below].kind != Kind::text || document[below].code != Code::no) break;
    const std::string_view text = trimmed(document.whole(below));
    const std::size_t close = text.find("**");
    if (close == std::string_view::npos) continue;
    if (close + 2 == text.size()) return below + 1;
    break;
  }
  return line + 1;
}

}  // namespace answers::markdown
