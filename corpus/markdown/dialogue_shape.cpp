#include "corpus/markdown/dialogue_shape.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/wording/labels.h"
#include "corpus/wording/trouble_labels.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace answers::markdown {
namespace {

struct Turn {
  std::size_t line = 0;
  LabelKind kind = LabelKind::question;
  std::string_view rest{};  ///< behind the label, in its line
  std::string name{};       ///< folded; empty where it does not matter
};

/// Whether a line of prose or a heading may begin a turn.
bool may_begin(const Document& document, std::size_t line) {
  const Line& here = document[line];
  return (here.kind == Kind::text || here.kind == Kind::heading) && here.code == Code::no &&
         here.indent <= 3;
}

/// Where each speaker begins; what the same one says on is of the same turn. An export that is
/// headed "User: Ann" has prompts under another name.
std::vector<Turn> turns_of_speakers(const Document& document) {
  std::vector<Turn> turns;
  for (std::size_t line = document.body_line(); line < document.count(); ++line) {
    if (!may_begin(document, line)) continue;
    const std::string_view whole = document.whole(line);
    const auto label = speaker_label(whole);
    if (!label) continue;
    std::string name = folded_words(whole.substr(0, whole.size() - label->rest.size()));
    name.erase(name.find_last_not_of("0123456789 ") + 1);
    const bool goes_on =
        !turns.empty() && turns.back().kind == label->kind &&
        (label->kind == LabelKind::answer || (turns.back().name == name && label->number.empty()));
    if (!goes_on) turns.push_back({line, label->kind, label->rest, std::move(name)});
  }
  return turns;
}

/// Whether the last line of text above `line` is bold and no label: it names what goes wrong.
bool is_below_bold_title(const Document& document, std::size_t line) {
  while (line > document.body_line() && document[line - 1].kind == Kind::blank) --line;
  if (line == document.body_line() || document[line - 1].kind != Kind::text) return false;
  const std::string_view above = trimmed(document.whole(line - 1));
  return above.starts_with("**") && above.ends_with("**") && !trouble_label(above);
}

/// Problems and their remedies between two titles, several of them: one alone explains the title.
std::vector<Turn> turns_of_troubles(const Document& document) {
  std::vector<Turn> turns;
  std::vector<Turn> section;
  const auto end_section = [&] {
    const auto problems = std::ranges::count(section, LabelKind::question, &Turn::kind);
    if (problems > 1) std::ranges::move(section, std::back_inserter(turns));
    section.clear();
  };
  for (std::size_t line = document.body_line(); line < document.count(); ++line) {
    if (document[line].kind == Kind::heading) end_section();
    if (document[line].kind != Kind::text || !may_begin(document, line)) continue;
    const std::string_view whole = document.whole(line);
    const auto label = trouble_label(whole);
    if (!label) continue;
    const LabelKind kind =
        label->kind <= TroubleKind::symptom ? LabelKind::question : LabelKind::answer;
    if (label->kind == TroubleKind::error || (!section.empty() && section.back().kind == kind))
      continue;
    if (kind == LabelKind::question && is_below_bold_title(document, line)) end_section();
    // A cause stays in the answer under its name.
    const bool named = label->kind == TroubleKind::cause;
    section.push_back({line, kind, named ? whole : label->rest, {}});
  }
  end_section();
  return turns;
}

/// "7/10/2024, 12:01:01 AM": what exports put between the speaker and what was said.
bool is_moment(std::string_view text) {
  text = trimmed(text);
  const auto digits = static_cast<std::size_t>(std::ranges::count_if(text, is_digit));
  return digits >= 6 && digits * 5 >= text.size() * 2 && text.size() <= 40 &&
         (text.find(':') != std::string_view::npos || text.find('/') != std::string_view::npos);
}

void add_exchanges(const Document& document, const std::vector<Turn>& turns,
                   std::vector<Candidate>& candidates) {
  const std::string_view text = document.text().text;
  const auto byte_of = [text](std::string_view part) {
    return static_cast<std::size_t>(part.data() - text.data());
  };
  /// The first line that says something, where the label's own says nothing.
  const auto first_said = [&](const Turn& turn, std::size_t last) {
    std::size_t line = document.skip_blank(turn.line + 1, last);
    if (line < last && is_moment(document.whole(line))) line = document.skip_blank(line + 1, last);
    return line;
  };
  const auto is_headed = [&](const Turn& turn) {
    return turn.rest.empty() && document[turn.line].kind == Kind::heading;
  };
  std::vector<Found> questions;
  bool headed = false;  // "## Prompt:", "## Response:"
  for (std::size_t i = 0; i + 1 < turns.size(); ++i) {
    const Turn& turn = turns[i];
    const Turn& answer = turns[i + 1];
    if (turn.kind != LabelKind::question || answer.kind != LabelKind::answer) continue;
    const std::size_t next = i + 2 < turns.size() ? turns[i + 2].line : document.count();
    // The first paragraph is the question's line, all else its body.
    const bool own_line = !turn.rest.empty();
    const std::size_t said = own_line ? turn.line : first_said(turn, answer.line);
    std::size_t end = said;
    while (end < answer.line && document[end].kind != Kind::blank && !document.is_code(end)) ++end;
    if (end == said) continue;
    Found found;
    found.begin = document.byte(turn.line);
    const std::size_t title = own_line ? byte_of(turn.rest) : document.byte(said);
    found.title = text.substr(title, document.byte(end) - title);
    found.body = text.substr(document.byte(end), document.byte(answer.line) - document.byte(end));
    found.rest =
        answer.rest.empty() ? document.byte(first_said(answer, next)) : byte_of(answer.rest);
    found.end = document.byte(next);
    questions.push_back(std::move(found));
    headed = headed || (is_headed(turn) && is_headed(answer));
  }
  if (questions.size() < 2 && !headed) return;  // one alone is a name and a colon
  for (Found& found : questions) {
    Block block = block_of(BlockKind::card, found, how_asks(found.title));
    block.told = true;
    candidates.push_back({block, std::move(found)});
  }
}

}  // namespace

void add_dialogues(const Document& document, std::vector<Candidate>& candidates) {
  add_exchanges(document, turns_of_speakers(document), candidates);
  add_exchanges(document, turns_of_troubles(document), candidates);
}

}  // namespace answers::markdown
