#include "corpus/markdown/fence_shape.h"

#include "corpus/characters/characters.h"
#include "corpus/wording/labels.h"
#include "corpus/wording/question_text.h"

#include <optional>
#include <string>
#include <utility>

namespace answers::markdown {
namespace {

/// The label that a line at the margin begins with, if it is of that kind.
std::optional<Label> label_at(const Document& document, std::size_t line, LabelKind kind) {
  if (document[line].indent > 1) return std::nullopt;
  auto label = leading_label(trimmed(document.whole(line)));
  if (!label || label->kind != kind) return std::nullopt;
  return label;
}

/// Lines [first, last) stand in a fence; `behind` is one past its end.
void add_pairs(const Document& document, std::size_t first, std::size_t last, std::size_t behind,
               std::vector<Candidate>& candidates) {
  first = document.skip_blank(first, last);
  while (first < last) {
    const auto asked = label_at(document, first, LabelKind::question);
    if (!asked) return;
    std::size_t answer = first + 1;
    while (answer < last && !label_at(document, answer, LabelKind::answer)) ++answer;
    if (answer == last) return;
    std::size_t next = answer + 1;
    while (next < last && !label_at(document, next, LabelKind::question)) ++next;
    const auto told = label_at(document, answer, LabelKind::answer);
    Found found;
    found.begin = document.byte(first);
    found.end = document.byte(next == last ? behind : next);
    found.rest = found.begin;
    const std::string_view all = document.text().text;
    // What stands behind the label of `line`, up to line `end`.
    const auto from = [&](const Label& label, std::size_t line, std::size_t end) {
      const std::size_t begin = label.rest.empty()
                                    ? document.byte(line + 1)
                                    : static_cast<std::size_t>(label.rest.data() - all.data());
      return trimmed(all.substr(begin, document.byte(end) - begin));
    };
    found.question = from(*asked, first, answer);
    found.answer = from(*told, answer, next);
    Block block = block_of(BlockKind::card, found, how_asks(plain_inline(found.question)));
    block.told = block.answered = true;
    if (!found.question.empty() && !found.answer.empty())
      candidates.push_back({block, std::move(found)});
    first = next;
  }
}

}  // namespace

void add_fences(const Document& document, std::vector<Candidate>& candidates) {
  for (std::size_t line = document.body_line(); line < document.count(); ++line) {
    if (document[line].kind != Kind::fence || document[line].code != Code::yes) continue;
    const std::string_view language = trimmed(document.content(line));
    std::size_t end = line + 1;
    while (end < document.count() && document[end].code == Code::yes &&
           document[end].kind != Kind::fence)
      ++end;
    const bool plain = language.empty() || language == "text" || language == "txt" ||
                       language == "md" || language == "markdown";
    const bool closed = end < document.count() && document[end].kind == Kind::fence;
    if (plain && closed) add_pairs(document, line + 1, end, end + 1, candidates);
    line = end;
  }
}

}  // namespace answers::markdown
