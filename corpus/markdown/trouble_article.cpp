#include "corpus/markdown/trouble_article.h"

#include "corpus/characters/characters.h"
#include "corpus/outline/about.h"
#include "corpus/wording/question_text.h"
#include "corpus/wording/trouble_labels.h"

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

namespace answers::markdown {
namespace {

/// The parts of an article, and what stands over them.
struct Parts {
  const Heading* title = nullptr;  ///< none: there is no heading over them
  const Heading* first = nullptr;
  const Heading* told = nullptr;  ///< of the cause or the remedy that stands first
  std::size_t count = 0;
  std::size_t others = 0;  ///< headings beside them
  std::size_t end = 0;     ///< line
  bool remedy = false;
};

/// Whether a path is of what people look into when something goes wrong.
bool is_of_knowledge_base(std::string_view path) {
  constexpr std::string_view names[] = {" kb ", " knowledge base ", " knowledgebase ", " support ",
                                        " troubleshooting "};
  const std::string words = ' ' + folded_words(path) + ' ';
  return std::ranges::any_of(
      names, [&words](std::string_view name) { return words.find(name) != std::string::npos; });
}

bool is_readme(std::string_view path) {
  return lower_ascii(std::filesystem::path(path).stem().string()) == "readme";
}

std::optional<Parts> parts_of(const Document& document) {
  Parts parts;
  parts.end = document.count();
  const Heading* above = nullptr;
  std::vector<TroubleKind> wrong;  // kinds of what goes wrong that were seen
  for (const Heading& heading : document.headings()) {
    if (document.is_code(heading.line) || is_blank(heading.title)) continue;
    const auto kind = trouble_named(heading.title);
    if (parts.first == nullptr) {
      if (!kind || *kind > TroubleKind::error) {
        // What asks above them has its answer there.
        if (ends_in_question_mark(heading.title) && above != nullptr) return std::nullopt;
        above = &heading;
        continue;
      }
      parts.first = &heading;
    }
    const int level = parts.first->level;
    if (heading.level > level) continue;
    const bool ends = heading.furniture == Furniture::closing ||
                      heading.furniture == Furniture::project ||
                      (heading.level < level && document.is_page());
    if (ends && parts.end == document.count()) parts.end = heading.line;
    if (heading.level < level && !ends) return std::nullopt;
    if (parts.end < document.count()) {
      // The parts of another one.
      if (kind || !parts.remedy) return std::nullopt;
      continue;
    }
    if (!kind) {
      if (ends_in_question_mark(heading.title)) return std::nullopt;
      ++parts.others;
      continue;
    }
    ++parts.count;
    if (*kind <= TroubleKind::error) {
      if (std::ranges::find(wrong, *kind) != wrong.end()) return std::nullopt;
      wrong.push_back(*kind);
      continue;
    }
    parts.remedy |= *kind == TroubleKind::remedy;
    if (parts.told == nullptr) parts.told = &heading;
  }
  if (parts.first == nullptr || !parts.remedy) return std::nullopt;
  for (const Heading& heading : document.headings()) {
    if (&heading == parts.first) break;
    if (document.is_code(heading.line)) continue;
    if (heading.level < parts.first->level) parts.title = &heading;
  }
  return parts;
}

}  // namespace

std::optional<Found> trouble_article(const Document& document, std::string_view title) {
  const std::string_view path = document.text().path;
  if (is_readme(path)) return std::nullopt;
  const auto parts = parts_of(document);
  if (!parts || parts->others > 2 * parts->count) return std::nullopt;
  if (parts->title != nullptr) title = parts->title->title;
  if (is_blank(title) || announces_troubles(title) || smells_of_questions(title))
    return std::nullopt;
  if (!is_of_knowledge_base(path) && !speaks_of_failure(title) &&
      about_of_file(path, title, {}) == nothing)
    return std::nullopt;
  const auto lines = [&document](std::size_t first, std::size_t last) {
    return std::string(document.text().lines(first, std::max(first, last)));
  };
  const std::size_t begin = parts->title == nullptr ? document.body_line() : parts->title->end_line;
  Found found;
  found.question = title;
  // "Issue" says nothing where it opens the text.
  const bool opens = document.skip_blank(begin, document.count()) == parts->first->line;
  found.answer_body = lines(opens ? parts->first->end_line : begin, parts->told->line);
  const bool remedy = trouble_named(parts->told->title) == TroubleKind::remedy;
  found.answer = lines(remedy ? parts->told->end_line : parts->told->line, parts->end);
  if (is_blank(found.answer)) return std::nullopt;
  found.begin = document.byte(parts->title == nullptr ? begin : parts->title->line);
  found.rest = found.end = document.byte(parts->end);
  return found;
}

}  // namespace answers::markdown
