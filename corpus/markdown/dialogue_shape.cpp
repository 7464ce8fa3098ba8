#include "corpus/markdown/dialogue_shape.h"

#include "corpus/characters/characters.h"
#include "corpus/wording/labels.h"

#include <string>
#include <utility>
#include <vector>

namespace answers::markdown {
namespace {

struct Turn {
  std::size_t line;
  Label label;
};

/// Where each speaker begins; what the same one says on is of the same turn.
std::vector<Turn> turns_in(const Document& document, Range range) {
  std::vector<Turn> turns;
  for (std::size_t line = range.first; line < range.last; ++line) {
    const Line& here = document[line];
    const bool may_begin = here.kind == Kind::text || here.kind == Kind::heading;
    if (!may_begin || here.code != Code::no || here.indent > 3) continue;
    const auto label = speaker_label(document.whole(line));
    if (label && (turns.empty() || turns.back().label.kind != label->kind))
      turns.push_back({line, *label});
  }
  return turns;
}

}  // namespace

void add_dialogues(const Document& document, std::vector<Candidate>& candidates) {
  const Range range{document.body_line(), document.count()};
  const std::vector<Turn> turns = turns_in(document, range);
  const std::string_view text = document.text().text;
  const auto byte_of = [text](std::string_view part) {
    return static_cast<std::size_t>(part.data() - text.data());
  };
  const auto begin_of_text = [&](const Turn& turn) {
    return turn.label.rest.empty() ? document.byte(turn.line + 1) : byte_of(turn.label.rest);
  };
  std::vector<Found> questions;
  for (std::size_t i = 0; i + 1 < turns.size(); ++i) {
    if (turns[i].label.kind != LabelKind::question) continue;
    const Turn& answer = turns[i + 1];
    // The first paragraph is the question's line, all else its body.
    const std::size_t said = turns[i].label.rest.empty()
                                 ? document.skip_blank(turns[i].line + 1, answer.line)
                                 : turns[i].line;
    std::size_t end = said;
    while (end < answer.line && document[end].kind != Kind::blank && !document.is_code(end)) ++end;
    if (end == said) continue;
    Found found;
    found.begin = document.byte(turns[i].line);
    const std::size_t title =
        turns[i].label.rest.empty() ? document.byte(said) : byte_of(turns[i].label.rest);
    found.title = text.substr(title, document.byte(end) - title);
    found.body = text.substr(document.byte(end), document.byte(answer.line) - document.byte(end));
    found.rest = begin_of_text(answer);
    found.end = document.byte(i + 2 < turns.size() ? turns[i + 2].line : range.last);
    questions.push_back(std::move(found));
  }
  if (questions.size() < 2) return;  // one alone is a name and a colon
  for (Found& found : questions) {
    Block block = block_of(BlockKind::card, found, how_asks(found.title));
    block.told = true;
    candidates.push_back({block, std::move(found)});
  }
}

}  // namespace answers::markdown
