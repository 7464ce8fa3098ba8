#include "corpus/markdown/letter_labels.h"

#include "corpus/wording/counting_letters.h"
#include "corpus/wording/labels.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace answers::markdown {
namespace {

/// The lone letter that labels the title of a question; nullopt for all else.
std::optional<Label> letter_of(const Found& found) {
  const auto label = leading_label(found.title);
  const bool lone = label && label->lone_letter && label->kind == LabelKind::question;
  return lone && !label->rest.empty() ? label : std::nullopt;
}

/// Whether the first line below a question begins with the lone letter of an answer.
bool answers_with_letter(const Document& document, const Found& found) {
  const std::size_t line = document.skip_blank(document.line_at(found.rest), document.count());
  if (line >= document.count() || document.is_code(line)) return false;
  const Kind kind = document[line].kind;
  if (kind != Kind::text && kind != Kind::html) return false;
  const auto label = document.label(line);
  return label && label->lone_letter && label->kind == LabelKind::answer;
}

}  // namespace

void take_letter_labels(const Document& document, std::vector<Found>& questions) {
  std::size_t asked = 0;
  std::size_t answered = 0;
  for (const Found& found : questions) {
    if (!letter_of(found)) continue;
    ++asked;
    if (answers_with_letter(document, found)) ++answered;
  }
  if (answered < 2 || asked * 2 < questions.size() || answered * 2 < asked) return;
  for (Found& found : questions) {
    const auto letter = letter_of(found);
    if (!letter) continue;
    found.title = letter->rest;
    found.lone_letters = true;
  }
}

void mark_lettered(std::vector<Found>& questions) {
  std::vector<LevelledTitle> titles;
  titles.reserve(questions.size());
  for (const Found& found : questions) titles.push_back({found.title, found.level});
  const std::vector<bool> lettered = counted_by_letters(titles);
  for (std::size_t i = 0; i < questions.size(); ++i) {
    if (lettered[i]) questions[i].lettered = true;
  }
}

}  // namespace answers::markdown
