#include "corpus/wording/asking.h"

#include "corpus/characters/characters.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <unordered_set>

namespace answers {
namespace {

constexpr std::array<std::string_view, 4> marks = {"？", "؟", "⁇", "՞"};

/// What may stand between a question mark and the end of its sentence.
constexpr std::string_view closers = "\"'`)]*_?!.";

constexpr std::size_t longest_first_word = 40;  // bytes

/// The first words of questions, folded, up to an apostrophe ("don" of "don't"). Words that begin
/// orders as often ("do", "have", "let") are absent.
constexpr std::string_view first_words[] = {
    "how",     "what",    "why",      "when",   "where",  "who",      "whom",    "whose",
    "which",   "can",     "could",    "does",   "did",    "is",       "are",     "was",
    "were",    "should",  "would",    "will",   "shall",  "isn",      "aren",    "doesn",
    "don",     "didn",    "won",      "wie",    "warum",  "wieso",    "weshalb", "wo",
    "woher",   "wohin",   "wer",      "wann",   "welche", "welcher",  "welches", "kann",
    "gibt",    "comment", "pourquoi", "quoi",   "quand",  "quel",     "quelle",  "quels",
    "quelles", "combien", "qu",       "cómo",   "qué",    "cuál",     "cuáles",  "cuándo",
    "dónde",   "quién",   "cuánto",   "puedo",  "quais",  "qual",     "quando",  "onde",
    "quem",    "posso",   "cosa",     "perché", "dove",   "quale",    "hoe",     "wat",
    "waarom",  "waar",    "wanneer",  "welk",   "jak",    "dlaczego", "gdzie",   "kiedy",
    "który",   "czy",     "proč",     "kde",    "nasıl",  "neden",    "nedir",   "как",
    "что",     "почему",  "зачем",    "где",    "когда",  "кто",      "какой",   "какая",
    "какие",   "сколько", "чем",      "можно",  "як",     "чому",     "який",
};

/// Chinese, Japanese and Korean questions have no blank behind their first word.
constexpr std::string_view beginnings[] = {"什么", "为什么", "如何", "怎么",   "怎样",
                                           "哪些", "哪个",   "什麼", "為什麼", "怎麼",
                                           "为何", "是否",   "なぜ", "어떻게"};

bool ends_a_sentence(std::string_view behind) {
  while (!behind.empty() && closers.find(behind.front()) != std::string_view::npos)
    behind.remove_prefix(1);
  return behind.empty() || behind.front() == ' ' || behind.front() == '\t' ||
         behind.front() == '\n' || (behind.front() & 0x80) != 0;
}

}  // namespace

bool has_question_mark(std::string_view text) {
  for (std::size_t at = text.find('?'); at != std::string_view::npos; at = text.find('?', at + 1)) {
    // "foo ? bar : baz" is code; French and old hands set a blank before the mark at the very end.
    const bool blank_before = at > 0 && text[at - 1] == ' ';
    const std::string_view behind = text.substr(at + 1);
    if (at > 0 && ends_a_sentence(behind) && (!blank_before || is_blank(behind))) return true;
  }
  return std::ranges::any_of(
      marks, [&](std::string_view mark) { return text.find(mark) != std::string_view::npos; });
}

bool asks(std::string_view text) {
  if (has_question_mark(text)) return true;
  static const std::unordered_set<std::string_view> words(std::begin(first_words),
                                                          std::end(first_words));
  text = trimmed(text);
  if (std::ranges::any_of(beginnings,
                          [&](std::string_view each) { return text.starts_with(each); }))
    return true;
  const std::string_view token = text.substr(0, text.find(' '));
  if (token.size() == text.size() || token.size() > longest_first_word) return false;
  const std::string folded = folded_words(token);
  return words.contains(std::string_view(folded).substr(0, folded.find(' ')));
}

}  // namespace answers
