#include "corpus/markdown/file_in_languages.h"

#include "corpus/characters/characters.h"
#include "corpus/wording/labels.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace answers::markdown {
namespace {

constexpr std::size_t most_halves = 40;  // of twenty languages

struct Half {
  const Heading* heading = nullptr;
  LabelKind kind = LabelKind::question;
  std::string_view language{};
};

/// "Question (EN)": a label and nothing else before what stands in brackets.
std::optional<Half> half_of(const Heading& heading) {
  const std::string_view title = trimmed(heading.title);
  const std::size_t open = title.rfind('(');
  if (!title.ends_with(')') || open == std::string_view::npos || open == 0) return std::nullopt;
  const std::string_view language = trimmed(title.substr(open + 1, title.size() - open - 2));
  const auto label = leading_label(trimmed(title.substr(0, open)));
  if (language.empty() || !label || label->lone_letter || !label->rest.empty() ||
      !label->number.empty())
    return std::nullopt;
  return Half{&heading, label->kind, language};
}

/// Where the section of a heading ends.
std::size_t end_of(const Document& document, const Heading& heading) {
  for (const Heading& other : document.headings()) {
    if (other.line > heading.line && other.level <= heading.level && !document.is_code(other.line))
      return other.line;
  }
  return document.count();
}

/// Lines [first, last) without rules, and without the marks of a quotation where it is one.
std::string text_between(const Document& document, std::size_t first, std::size_t last,
                         bool quoted) {
  std::string text;
  for (std::size_t line = first; line < last; ++line) {
    std::string_view words = document.whole(line);
    if (trimmed(words) == "---") words = {};
    if (quoted && words.starts_with('>')) words = trimmed(words.substr(1));
    text.append(words).append("\n");
  }
  return std::string(trimmed(text));
}

}  // namespace

std::vector<Found> file_in_languages(const Document& document) {
  std::vector<Half> halves;
  for (const Heading& heading : document.headings()) {
    if (document.is_code(heading.line)) continue;
    if (const auto half = half_of(heading)) halves.push_back(*half);
    if (halves.size() > most_halves) return {};
  }
  std::vector<Found> found;
  for (const Half& asked : halves) {
    if (asked.kind != LabelKind::question) continue;
    const auto told = std::ranges::find_if(halves, [&asked](const Half& half) {
      return half.kind == LabelKind::answer && half.language == asked.language;
    });
    if (told == halves.end()) continue;
    // An answer may be a level below the question that it stands under.
    std::size_t next = document.count();
    for (const Half& half : halves) {
      if (half.heading->line > asked.heading->line) next = std::min(next, half.heading->line);
    }
    std::string text = text_between(document, asked.heading->end_line,
                                    std::min(next, end_of(document, *asked.heading)), true);
    const std::size_t paragraph = std::min(text.find("\n\n"), text.size());
    Found pair;
    pair.answer_body = trimmed(std::string_view(text).substr(paragraph));
    text.resize(paragraph);
    std::ranges::replace(text, '\n', ' ');
    pair.question = std::move(text);
    std::size_t end = end_of(document, *told->heading);
    for (const Half& half : halves) {
      if (half.heading->line > told->heading->line && half.language != told->language)
        end = std::min(end, half.heading->line);
    }
    pair.answer = text_between(document, told->heading->end_line, end, false);
    if (pair.question.empty() || pair.answer.empty()) continue;
    pair.begin = document.byte(asked.heading->line);
    pair.rest = pair.end = document.byte(end);
    found.push_back(std::move(pair));
  }
  if (found.size() < 2) found.clear();
  return found;
}

}  // namespace answers::markdown
