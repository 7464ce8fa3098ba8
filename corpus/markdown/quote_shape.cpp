#include "corpus/markdown/quote_shape.h"

#include "corpus/characters/characters.h"
#include "corpus/wording/asking.h"
#include "corpus/wording/labels.h"
#include "corpus/wording/question_text.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace answers::markdown {

namespace {

/// How a quotation asks, by the sentence of it that asks most: people say first who they are ("I am
/// a junior engineer. How do I …"). A task that is quoted is a prompt: the steps of a manual are
/// not put into quotations.
Asking asking_of_prompt(std::string_view text) {
  Asking most = Asking::no;
  for (;;) {
    most = std::max(most, how_asks(text));
    const std::size_t end = std::min(text.find(". "), text.find(": "));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 2);
  }
  return most == Asking::task ? Asking::words : most;
}

/// "> ## Why?" with its answer in the same quotation, of lines [first, last); no title when it is
/// anything else.
Found headed_quote(const Document& document, std::size_t first, std::size_t last) {
  Found found;
  const std::string_view heading = document.content(first);
  const std::size_t marks = std::min(heading.find_first_not_of('#'), heading.size());
  if (marks == 0 || marks > 6 || marks == heading.size() || heading[marks] != ' ') return found;
  for (std::size_t line = first + 1; line < last; ++line)
    found.answer.append(document.content(line)).append("\n");
  if (is_blank(found.answer)) return found;
  found.begin = document.byte(first);
  found.title = trimmed(heading.substr(marks));
  found.rest = document.byte(first + 1);
  found.end = document.byte(last);
  return found;
}

}  // namespace

void add_quotes(const Document& document, std::vector<Candidate>& candidates) {
  constexpr std::size_t longest = 6;  // lines; longer quotations quote
  const std::size_t last = document.count();
  for (std::size_t line = document.body_line(); line < last; ++line) {
    if (document[line].kind != Kind::quote || document.is_code(line) || document[line].indent > 3)
      continue;
    const std::size_t first = line;
    const std::string_view whole = trimmed(document.whole(first));
    const bool code = whole.starts_with(">     ") || whole.starts_with("> ```");
    while (line + 1 < last && document[line + 1].kind == Kind::quote) ++line;
    const std::size_t below = document.skip_blank(line + 1, last);
    const bool below_text = first > document.body_line() &&
                            document[first - 1].kind == Kind::text;  // as people answer mail
    const bool paragraph = first == document.body_line() || below_text ||
                           document[first - 1].kind == Kind::blank ||
                           document[first - 1].kind == Kind::heading;
    if (Found headed = headed_quote(document, first, line + 1); !headed.title.empty()) {
      Block block = block_of(BlockKind::heading, headed, how_asks(plain_inline(headed.title)));
      candidates.push_back({block, std::move(headed)});
      continue;
    }
    if (code || !paragraph || line - first >= longest || below >= last) continue;
    const Kind next = document[below].kind;
    if (next == Kind::heading || next == Kind::rule) continue;
    std::string question;
    for (std::size_t i = first; i <= line; ++i) question.append(document.content(i)).append(" ");
    const std::string plain = plain_inline(question);
    if (below_text && !ends_in_question_mark(trimmed(plain))) continue;
    if (trimmed(plain).starts_with("[!") || is_blank(plain)) continue;
    Candidate candidate;
    Block& block = candidate.block;
    block.kind = BlockKind::quote;
    block.level = level_of_quote;
    block.begin = document.byte(first);
    // What stands between quotation marks somebody says.
    const std::string_view said = trimmed(plain);
    const bool quoted = (said.starts_with('"') && said.ends_with('"')) ||
                        (said.starts_with("“") && said.ends_with("”"));
    block.asking = quoted ? Asking::no : asking_of_prompt(plain);
    Found& found = candidate.found;
    if (const auto label = leading_label(plain)) {
      if (label->kind == LabelKind::answer) continue;
      found.lone_letters = label->lone_letter;
      block.told = !label->lone_letter;
    }
    found.begin = block.begin;
    found.question = std::move(question);
    found.rest = document.byte(line + 1);
    candidates.push_back(std::move(candidate));
  }
}

}  // namespace answers::markdown
