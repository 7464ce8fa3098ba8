#include "corpus/markdown/question_ends.h"

#include "corpus/characters/characters.h"
#include "corpus/wording/asking.h"
#include "corpus/wording/question_text.h"

#include <algorithm>
#include <array>
#include <string>

namespace answers::markdown {

std::size_t end_of_marked_question(std::string_view text) {
  if (text.size() < 5 || (text[0] != '*' && text[0] != '_' && text[0] != '<')) return 0;
  std::string open(text.substr(0, text[1] == text[0] ? 2 : 1));
  std::string close = open;
  if (text[0] == '<') {
    constexpr std::array<std::string_view, 5> tags = {"<b>", "<strong>", "<em>", "<i>", "<u>"};
    const auto* const tag = std::ranges::find_if(
        tags, [text](std::string_view each) { return starts_with_ignoring_case(text, each); });
    if (tag == tags.end()) return 0;
    open = *tag;
    close = "</" + open.substr(1);
  }
  const std::size_t end = text.find(close, open.size());
  if (end == std::string_view::npos) return 0;
  std::string_view marked = text.substr(open.size(), end - open.size());
  if (marked.ends_with("?:")) marked.remove_suffix(1);
  if (!ends_in_question_mark(marked)) return 0;
  const std::size_t behind = end + close.size();
  const bool slight = open.size() == 1 || open == "<em>" || open == "<i>";
  if (slight && !folded_words(plain_inline(text.substr(behind))).empty()) return 0;
  return behind;
}

std::size_t end_of_bold_task(std::string_view text) {
  if (!text.starts_with("**")) return 0;
  const std::size_t close = text.find("**", 2);
  if (close == std::string_view::npos || is_blank(text.substr(close + 2))) return 0;
  const Asking asking = how_asks(plain_inline(text.substr(2, close - 2)));
  return asking == Asking::no || asking == Asking::mark ? 0 : close + 2;
}

std::size_t end_of_questions(std::string_view line) {
  std::size_t end = 0;
  std::size_t code_until = 0;
  bool bracket = false;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (at < code_until) continue;
    const std::string_view rest = line.substr(at);
    std::size_t mark = 0;
    if (line[at] == '[' || line[at] == ']') bracket = line[at] == '[';
    if (line[at] == '`') {
      const std::size_t close = line.find('`', at + 1);
      code_until = close == std::string_view::npos ? line.size() : close + 1;
    } else if (line[at] == '?') {
      mark = 1;
    } else if (rest.starts_with("？") || rest.starts_with("؟")) {
      mark = rest.starts_with("？") ? 3 : 2;
    } else if (end > 0 && (((line[at] == '.' || line[at] == '!') &&
                            (at + 1 == line.size() || line[at + 1] == ' ')) ||
                           rest.starts_with("。"))) {
      break;
    }
    if (mark == 0) continue;
    std::size_t behind = at + mark;
    if (line.substr(behind).starts_with(":**")) ++behind;
    while (behind < line.size() && (line[behind] == '*' || line[behind] == '"' ||
                                    line[behind] == ')' || line[behind] == '_'))
      ++behind;
    // The question may be a link's text: its address belongs to it.
    constexpr std::size_t near = 201;
    const std::string_view next = line.substr(behind, bracket ? near : 2);
    if (const std::size_t link = next.find("]("); link != std::string_view::npos) {
      const std::size_t close = line.find(')', behind + link);
      if (close == std::string_view::npos) break;
      behind = close + 1;
    }
    // "?source=…" in an address ends no sentence.
    if (mark == 1 && behind < line.size() && line[behind] != ' ' && line[behind] != '<') continue;
    end = behind;
    at = behind - 1;
  }
  return end;
}

}  // namespace answers::markdown
