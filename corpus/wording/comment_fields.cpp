#include "corpus/wording/comment_fields.h"

#include "corpus/characters/characters.h"
#include "corpus/wording/difficulty.h"
#include "corpus/wording/topic_path.h"
#include "corpus/wording/word_table.h"

#include <algorithm>
#include <cstddef>
#include <optional>

namespace answers {
namespace {

enum class Field { tags, source, difficulty, expertise, section, author, date, url, language, id };

struct Name {
  std::string_view name;  ///< folded
  Field field;
};

constexpr Name names[] = {
    {"tags", Field::tags},
    {"tag", Field::tags},
    {"keywords", Field::tags},
    {"keyword", Field::tags},
    {"labels", Field::tags},
    {"categories", Field::tags},
    {"source", Field::source},
    {"src", Field::source},
    {"origin", Field::source},
    {"difficulty", Field::difficulty},
    {"level", Field::difficulty},
    {"grade", Field::difficulty},
    {"expertise", Field::expertise},
    {"section", Field::section},
    {"topic", Field::section},
    {"category", Field::section},
    {"chapter", Field::section},
    {"subject", Field::section},
    {"author", Field::author},
    {"date", Field::date},
    {"url", Field::url},
    {"permalink", Field::url},
    {"lang", Field::language},
    {"language", Field::language},
    {"locale", Field::language},
    {"id", Field::id},
    {"etiquetas", Field::tags},
    {"schlagworte", Field::tags},
    {"теги", Field::tags},
    {"标签", Field::tags},
    {"quelle", Field::source},
    {"fuente", Field::source},
    {"fonte", Field::source},
    {"источник", Field::source},
    {"来源", Field::source},
    {"nivel", Field::difficulty},
    {"niveau", Field::difficulty},
    {"nível", Field::difficulty},
    {"dificultad", Field::difficulty},
    {"dificuldade", Field::difficulty},
    {"difficulté", Field::difficulty},
    {"schwierigkeit", Field::difficulty},
    {"сложность", Field::difficulty},
    {"уровень", Field::difficulty},
    {"难度", Field::difficulty},
    {"難易度", Field::difficulty},
    {"tema", Field::section},
    {"thema", Field::section},
    {"kategorie", Field::section},
    {"categoría", Field::section},
    {"categoria", Field::section},
    {"catégorie", Field::section},
    {"раздел", Field::section},
    {"тема", Field::section},
    {"категория", Field::section},
    {"分类", Field::section},
    {"autor", Field::author},
    {"auteur", Field::author},
    {"автор", Field::author},
    {"作者", Field::author},
    {"datum", Field::date},
    {"fecha", Field::date},
    {"дата", Field::date},
    {"日期", Field::date},
    {"sprache", Field::language},
};

/// The level of expertise that a question asks for, counted from 0.
std::string difficulty_of_expertise(std::string_view value) {
  if (value == "0" || value == "1") return "easy";
  if (value == "2") return "medium";
  if (value == "3" || value == "4") return "hard";
  return difficulty_named(value);
}

std::string_view without_quotes(std::string_view text) {
  text = trimmed(text);
  if (text.size() >= 2 && (text.front() == '"' || text.front() == '\'') &&
      text.back() == text.front())
    text = trimmed(text.substr(1, text.size() - 2));
  return text;
}

void add_tags(Record& record, std::string_view list) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find_first_of(",;"), list.size());
    const std::string_view tag = without_quotes(list.substr(0, end));
    if (!tag.empty() && std::ranges::find(record.tags, tag) == record.tags.end())
      record.tags.emplace_back(tag);
    list.remove_prefix(std::min(list.size(), end + 1));
  }
}

std::optional<Field> field_named(std::string_view name) {
  static const WordTable table(names, &Name::name);
  constexpr std::size_t longest_name = 40;  // bytes
  if (name.size() > longest_name) return std::nullopt;
  const Name* found = table.find(folded_words(name));
  return found == nullptr ? std::nullopt : std::optional(found->field);
}

}  // namespace

bool names_field(std::string_view name) { return field_named(name).has_value(); }

bool set_field(Record& record, std::string_view name, std::string_view value) {
  const auto field = field_named(name);
  value = without_quotes(value);
  if (!field || value.empty()) return false;
  const bool list = (value.front() == '(' && value.back() == ')') ||
                    (value.front() == '[' && value.back() == ']');
  if (list) value = trimmed(value.substr(1, value.size() - 2));
  const std::string text(value);
  switch (*field) {
    case Field::tags:
      add_tags(record, value);
      break;
    case Field::source:
      record.source = text;
      break;
    case Field::difficulty:
      record.difficulty = difficulty_named(value);
      if (record.difficulty.empty()) record.difficulty = text;
      break;
    case Field::expertise:
      record.difficulty = difficulty_of_expertise(value);
      break;
    case Field::section:
      record.section = topic_path(text);
      break;
    case Field::author:
      record.author = text;
      break;
    case Field::date:
      record.date = text;
      break;
    case Field::url:
      record.url = text;
      break;
    case Field::language:
      record.language = lower_ascii(value.substr(0, value.find_first_of("-_")));
      break;
    case Field::id:
      record.id = text;
      break;
  }
  return true;
}

void take_comment_fields(std::string& text, Record& record) {
  std::size_t kept = 0;  // text[0, kept) is what stays of text[0, at)
  std::size_t at = 0;
  for (;;) {
    const std::size_t begin = text.find("<!--", at);
    const std::size_t end = begin == std::string::npos ? begin : text.find("-->", begin);
    if (end == std::string::npos) break;
    const std::string_view inside =
        trimmed(std::string_view(text).substr(begin + 4, end - begin - 4));
    const std::size_t colon = inside.find(':');
    std::size_t behind = end + 3;
    const bool taken = colon != std::string_view::npos && inside.size() < 500 &&
                       set_field(record, inside.substr(0, colon), inside.substr(colon + 1));
    // A comment on a line of its own takes the line with it.
    if (taken && (begin == 0 || text[begin - 1] == '\n') && behind < text.size() &&
        text[behind] == '\n')
      ++behind;
    const std::size_t keep_to = taken ? begin : behind;
    std::copy(text.begin() + static_cast<std::ptrdiff_t>(at),
              text.begin() + static_cast<std::ptrdiff_t>(keep_to),
              text.begin() + static_cast<std::ptrdiff_t>(kept));
    kept += keep_to - at;
    at = behind;
  }
  if (kept == at) return;
  text.erase(kept, at - kept);
  text = std::string(trimmed(text));
}

}  // namespace answers
