#include "corpus/wording/question_words.h"

#include "corpus/characters/characters.h"
#include "corpus/wording/question_text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <span>
#include <string>
#include <unordered_set>
#include <vector>

namespace answers {
namespace {

/// First words of questions and tasks, in languages with blanks between words.
constexpr std::string_view first_words[] = {
    // English
    "what",
    "whats",
    "how",
    "why",
    "when",
    "where",
    "which",
    "who",
    "whom",
    "whose",
    "is",
    "are",
    "was",
    "were",
    "am",
    "can",
    "could",
    "do",
    "does",
    "did",
    "should",
    "shall",
    "will",
    "would",
    "may",
    "might",
    "must",
    "has",
    "have",
    "had",
    "isn",
    "aren",
    "doesn",
    "don",
    "can't",
    "explain",
    "describe",
    "compare",
    "define",
    "list",
    "name",
    "give",
    "tell",
    "write",
    "implement",
    "discuss",
    "differentiate",
    "distinguish",
    "difference",
    "differences",
    "design",
    "derive",
    "prove",
    "show",
    "calculate",
    "compute",
    "find",
    "given",
    "suppose",
    "imagine",
    "assume",
    "consider",
    "create",
    "build",
    "print",
    "convert",
    "mention",
    "state",
    "outline",
    "elaborate",
    "walk",
    "talk",
    "illustrate",
    "demonstrate",
    "identify",
    "determine",
    "predict",
    "estimate",
    "true",
    "if",
    "in",
    "sketch",
    "solve",
    "select",
    "choose",
    "check",
    "count",
    "reverse",
    "sort",
    "merge",
    "delete",
    "remove",
    "swap",
    // German
    "was",
    "wie",
    "warum",
    "wann",
    "wo",
    "welche",
    "welcher",
    "welches",
    "wer",
    "wieso",
    "weshalb",
    "womit",
    "wofür",
    "kann",
    "können",
    "ist",
    "sind",
    "gibt",
    "erkläre",
    "erklären",
    "beschreibe",
    "nenne",
    "darf",
    "muss",
    // French
    "que",
    "quel",
    "quelle",
    "quels",
    "quelles",
    "comment",
    "pourquoi",
    "quand",
    "où",
    "qui",
    "qu",
    "est",
    "peut",
    "expliquez",
    "décrivez",
    "combien",
    // Spanish, Portuguese, Italian
    "qué",
    "cómo",
    "cuál",
    "cuáles",
    "cuándo",
    "dónde",
    "quién",
    "cuánto",
    "puedo",
    "explica",
    "explique",
    "describe",
    "qual",
    "quais",
    "como",
    "quando",
    "onde",
    "quem",
    "por",
    "para",
    "cosa",
    "come",
    "perché",
    "dove",
    "chi",
    "quale",
    "quali",
    "descreva",
    "existe",
    // Russian, Ukrainian
    "что",
    "как",
    "какой",
    "какая",
    "какое",
    "какие",
    "каким",
    "каких",
    "чем",
    "зачем",
    "почему",
    "где",
    "когда",
    "кто",
    "куда",
    "откуда",
    "сколько",
    "для",

    "можно",
    "может",
    "могут",
    "есть",
    "из",
    "на",
    "расскажите",
    "расскажи",
    "объясните",
    "объясни",
    "опишите",
    "опиши",
    "назовите",
    "перечислите",
    "приведите",
    "напишите",
    "реализуйте",
    "сравните",
    "от",
    "при",
    "нужно",
    "является",
    "являются",
    "чому",
    "що",
    "як",
    "який",
    "яка",
    "які",
    // Polish, Dutch, Turkish, Vietnamese, Indonesian
    "czym",
    "jak",
    "jakie",
    "jaki",
    "jaka",
    "dlaczego",
    "kiedy",
    "gdzie",
    "kto",
    "co",
    "czy",
    "wat",
    "hoe",
    "waarom",
    "wanneer",
    "waar",
    "welke",
    "wie",
    "kan",
    "ne",
    "nedir",
    "nasıl",
    "neden",
    "hangi",
    "tại",
    "làm",
    "thế",
    "apa",
    "bagaimana",
    "mengapa",
    "kapan",
    "apakah",
    // Arabic
    "ما",
    "ماذا",
    "كيف",
    "لماذا",
    "متى",
    "أين",
    "هل",
    "من",
};

/// What questions and tasks hold in languages without blanks between words.
constexpr std::string_view anywhere[] = {
    "什么", "如何", "怎么", "怎样", "为什么", "为何",   "哪些",   "哪个", "哪种", "是否",
    "区别", "吗",   "说说", "说一", "谈谈",   "简述",   "描述",   "介绍", "解释", "多少",
    "几种", "实现", "原理", "写出", "請問",   "什麼",   "為什麼", "怎麼", "とは", "ですか",
    "なぜ", "どう", "何",   "違い", "무엇",   "어떻게", "왜",     "인가", "차이", "까",
};

/// Looks for many signs beyond ASCII at once.
class SignFinder {
 public:
  explicit SignFinder(std::span<const std::string_view> signs) {
    for (const std::string_view sign : signs)
      by_first_byte_[static_cast<unsigned char>(sign.front())].push_back(sign);
  }
  SignFinder(std::initializer_list<std::string_view> signs)
      : SignFinder(std::span(signs.begin(), signs.size())) {}

  bool stand_in(std::string_view text) const {
    for (std::size_t at = 0; at < text.size(); ++at) {
      if ((text[at] & 0x80) == 0) continue;
      for (const std::string_view sign : by_first_byte_[static_cast<unsigned char>(text[at])]) {
        if (text.substr(at).starts_with(sign)) return true;
      }
    }
    return false;
  }

 private:
  std::array<std::vector<std::string_view>, 256> by_first_byte_{};
};

constexpr std::size_t looked_at = 200;  // bytes, at the beginning and at the end

}  // namespace

bool reads_like_question(std::string_view text) {
  static const auto words = [] {
    std::unordered_set<std::string> set;
    for (const std::string_view word : first_words) set.insert(folded_words(word));
    return set;
  }();
  text = trimmed(text);
  text.remove_prefix(leading_ordinal(text));
  if (text.empty()) return false;
  const std::string_view beginning = text.substr(0, looked_at);
  const std::string_view end = text.substr(text.size() - std::min(text.size(), looked_at));
  static const SignFinder marks({"？", "؟"});
  static const SignFinder asking(anywhere);
  if (beginning.find('?') != std::string_view::npos || end.find('?') != std::string_view::npos)
    return true;
  if (marks.stand_in(beginning) || (text.size() > looked_at && marks.stand_in(end)) ||
      asking.stand_in(beginning))
    return true;
  const std::string folded = folded_words(beginning);
  // Behind the number: "3. Explain …".
  const std::size_t letter = folded.find_first_not_of("0123456789 ");
  if (letter == std::string::npos) return false;
  const std::size_t word_end = folded.find(' ', letter);
  // A word alone asks nothing: "Design", "Para".
  if (word_end == std::string::npos) return false;
  return words.contains(folded.substr(letter, word_end - letter));
}

}  // namespace answers
