#include "corpus/wording/asking.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/characters/sixteen_bytes.h"
#include "corpus/wording/furniture.h"
#include "corpus/wording/known_words.h"
#include "corpus/wording/question_text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <initializer_list>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace answers {
namespace {

constexpr std::array<std::string_view, 4> marks = {"？", "؟", "⁇", "՞"};

/// What may stand between a question mark and the end of its sentence.
constexpr std::string_view closers = "\"'`)]*_?!.";

/// First words of questions, up to an apostrophe ("don" of "don't").
constexpr std::string_view asking_words[] = {
    // English
    "what", "whats", "how", "why", "when", "where", "which", "who", "whom", "whose", "is", "are",
    "was", "were", "can", "could", "does", "did", "should", "shall", "will", "would", "isn", "aren",
    "doesn", "don", "didn", "won", "can't",
    // German
    "wie", "warum", "wann", "wo", "welche", "welcher", "welches", "wer", "wieso", "weshalb",
    "womit", "wofür", "woher", "wohin", "kann", "können", "ist", "sind", "gibt", "darf", "muss",
    // French
    "quel", "quelle", "quels", "quelles", "comment", "pourquoi", "quand", "où", "quoi", "qu",
    "peut", "combien",
    // Spanish, Portuguese, Italian
    "qué", "cómo", "cuál", "cuáles", "cuándo", "dónde", "quién", "cuánto", "puedo", "qual", "quais",
    "quando", "onde", "quem", "posso", "cosa", "perché", "dove", "chi", "quale", "quali",
    // Russian, Ukrainian
    "что", "как", "какой", "какая", "какое", "какие", "каким", "каких", "чем", "зачем", "почему",
    "где", "когда", "кто", "куда", "откуда", "сколько", "можно", "чому", "що", "як", "який", "яка",
    "які",
    // Polish, Czech, Dutch, Turkish, Vietnamese, Indonesian
    "czym", "jak", "jakie", "jaki", "jaka", "dlaczego", "kiedy", "gdzie", "kto", "który", "czy",
    "proč", "kde", "wat", "hoe", "waarom", "wanneer", "waar", "welk", "welke", "nedir", "nasıl",
    "neden", "hangi", "tại", "làm", "thế", "apa", "bagaimana", "mengapa", "kapan", "apakah",
    // Arabic
    "ماذا", "كيف", "لماذا", "متى", "أين", "هل"};

/// First words of tasks, which begin the steps of a manual and much else as often.
constexpr std::string_view task_words[] = {
    // English
    "am", "do", "may", "might", "must", "has", "have", "had", "explain", "describe", "compare",
    "define", "list", "name", "give", "tell", "write", "implement", "discuss", "differentiate",
    "distinguish", "difference", "differences", "design", "derive", "prove", "show", "calculate",
    "compute", "find", "given", "suppose", "imagine", "assume", "consider", "create", "build",
    "print", "convert", "mention", "state", "outline", "elaborate", "walk", "talk", "illustrate",
    "demonstrate", "identify", "determine", "predict", "estimate", "true", "if", "in", "sketch",
    "solve", "select", "choose", "check", "count", "reverse", "sort", "merge", "delete", "remove",
    "swap",
    // German, French, Spanish, Portuguese, Italian
    "erkläre", "erklären", "beschreibe", "beschreiben", "nenne", "nennen", "erläutere", "erläutern",
    "vergleiche", "vergleichen", "definiere", "definieren", "unterschied", "unterschiede", "que",
    "qui", "est", "expliquez", "décrivez", "citez", "comparez", "définissez", "donnez", "énumérez",
    "différence", "différences", "explica", "explique", "describa", "mencione", "defina", "enumere",
    "diferencia", "diferencias", "como", "por", "para", "come", "descreva", "cite", "diferença",
    "diferenças", "existe", "spiega", "descrivi", "elenca", "differenza", "differenze",
    // Russian
    "для", "может", "могут", "есть", "из", "на", "расскажите", "расскажи", "объясните", "объясни",
    "опишите", "опиши", "назовите", "перечислите", "приведите", "напишите", "реализуйте",
    "сравните", "дайте", "поясните", "от", "при", "нужно", "является", "являются", "поясніть",
    "опишіть", "назвіть",
    // Polish, Czech, Dutch, Turkish, Indonesian, Arabic
    "co", "wyjaśnij", "opisz", "wymień", "omów", "porównaj", "podaj", "vysvětlete", "popište",
    "kan", "ne", "açıklayınız", "jelaskan", "sebutkan", "ما", "من"};

/// Words that open a clause as often as a question, where none of those below follows.
constexpr std::string_view clause_words[] = {"how", "what", "when", "where", "why"};

/// What follows a word that asks.
constexpr std::string_view auxiliaries[] = {
    "do",       "does",   "did",    "is",    "are",   "was",     "were",    "can",
    "could",    "should", "shall",  "would", "will",  "may",     "might",   "must",
    "has",      "have",   "had",    "am",    "many",  "much",    "often",   "long",
    "far",      "big",    "fast",   "old",   "large", "exactly", "don",     "doesn",
    "isn",      "aren",   "didn",   "won",   "can",   "s",       "re",      "not",
    "else",     "about",  "kind",   "kinds", "type",  "types",   "sort",    "happens",
    "happened", "makes",  "causes", "if",    "data",  "good",    "version", "versions"};

/// What asks and what sets a task in languages without blanks between words.
constexpr std::string_view asking_signs[] = {
    "什么", "如何",   "怎么", "怎样",   "为什么", "为何",   "哪些",  "哪个", "哪种",
    "是否", "吗",     "多少", "請問",   "什麼",   "為什麼", "怎麼",  "说说", "说一",
    "谈谈", "简述",   "とは", "ですか", "有何",   "何时",   "何处",  "何種", "何种",
    "何故", "何を",   "何が", "何で",   "何の",   "何に",   "何と",  "何か", "何は",
    "何も", "何回",   "何時", "何人",   "何個",   "何年",   "何日",  "なぜ", "どう",
    "무엇", "어떻게", "왜",   "인가",   "까",     "설명해", "비교해"};
constexpr std::string_view task_signs[] = {"区别", "描述", "介绍", "解释", "几种", "实现", "原理",
                                           "写出", "列举", "違い", "차이", "설명", "비교"};

/// What a sign says of the text that it stands in, a bit each.
enum Kind : unsigned { is_mark = 1, asks_something = 2, sets_task = 4 };

/// Looks for all signs beyond ASCII at once.
class SignFinder {
 public:
  SignFinder() {
    for (const std::string_view sign : marks) add(sign, is_mark);
    for (const std::string_view sign : asking_signs) add(sign, asks_something);
    for (const std::string_view sign : task_signs) add(sign, sets_task);
  }

  /// The kinds of the signs that stand in a text.
  unsigned kinds_in(std::string_view text) const {
    unsigned kinds = 0;
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
      if ((text[at] & 0x80) == 0) {
        at = find_byte(text, at, [](const Sixteen& bytes) { return bytes >= 0x80; });
        if (at + 1 >= text.size()) break;
      }
      if (static_cast<unsigned char>(text[at]) < first_lead) continue;
      const std::string_view rest = text.substr(at);
      for (const auto& [sign, kind] : rows_[row_of(rest)]) {
        if (rest.starts_with(sign)) kinds |= kind;
      }
    }
    return kinds;
  }

 private:
  struct Sign {
    std::string_view sign;
    Kind kind;
  };

  static constexpr unsigned char first_lead = 0xC0;
  static constexpr std::size_t rows = 1024;

  /// By the first two bytes of the sign, which all have.
  static std::size_t row_of(std::string_view sign) {
    return (static_cast<unsigned char>(sign[0]) * 64U + static_cast<unsigned char>(sign[1])) % rows;
  }
  void add(std::string_view sign, Kind kind) { rows_[row_of(sign)].push_back({sign, kind}); }

  std::array<std::vector<Sign>, rows> rows_{};
};

unsigned signs_in(std::string_view text) {
  static const SignFinder finder;
  return finder.kinds_in(text);
}

constexpr std::size_t looked_at = 200;          // bytes, at the beginning and at the end
constexpr std::size_t looked_at_for_word = 80;  // bytes

bool ends_a_sentence(std::string_view behind) {
  if (behind.starts_with(": ")) return true;  // "**What is it?:** A tool."
  while (!behind.empty() && closers.find(behind.front()) != std::string_view::npos)
    behind.remove_prefix(1);
  return behind.empty() || behind.front() == ' ' || behind.front() == '\t' ||
         behind.front() == '\n' || (behind.front() & 0x80) != 0;
}

bool holds_word(std::string_view text) {
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    if ((text[at] & 0x80) != 0 || (is_letter(text[at]) && is_letter(text[at + 1]))) return true;
  }
  return false;
}

/// Whether the mark at `at` is spoken of: "The `?` operator", "(?)", "%G?".
bool is_named(std::string_view text, std::size_t at) {
  if (at == 0) return false;
  constexpr std::size_t longest_sign = 6;  // bytes
  if (text.size() <= longest_sign && !holds_word(text)) return true;
  if (at + 1 == text.size()) return false;
  const char before = text[at - 1];
  const char behind = text[at + 1];
  return (before == '`' && behind == '`') || (before == '(' && behind == ')') ||
         (before == '[' && behind == ']');
}

bool holds_mark_of_ascii(std::string_view text) {
  for (std::size_t at = text.find('?'); at != std::string_view::npos; at = text.find('?', at + 1)) {
    // "foo ? bar : baz" is code; French and old hands set a blank before the mark at the very end.
    const bool blank_before = at > 0 && text[at - 1] == ' ';
    const std::string_view behind = text.substr(at + 1);
    // A sentence may begin behind a French one.
    const bool sentence = blank_before && behind.size() > 1 && behind[0] == ' ' &&
                          ((behind[1] >= 'A' && behind[1] <= 'Z') || (behind[1] & 0x80) != 0) &&
                          behind.find(" : ") == std::string_view::npos &&
                          count_words(text.substr(0, at)) >= 3;
    const bool at_the_end =
        sentence || behind.find_first_not_of(closers) == std::string_view::npos || is_blank(behind);
    if (at > 0 && ends_a_sentence(behind) && (!blank_before || at_the_end) && !is_named(text, at))
      return true;
  }
  // "**What is it?:**"
  return text.ends_with("?:");
}

bool holds_mark(std::string_view text) {
  return holds_mark_of_ascii(text) || (signs_in(text) & is_mark) != 0;
}

struct Hash : std::hash<std::string_view> {
  using is_transparent = void;
};

/// How the first word of a text asks, known by its folded letters.
const auto& first_words() {
  static const auto words = [] {
    std::unordered_map<std::string, Asking, Hash, std::equal_to<>> map;
    for (const std::string_view word : asking_words) map[folded_words(word)] = Asking::words;
    for (const std::string_view word : clause_words) map[folded_words(word)] = Asking::clause;
    for (const std::string_view word : task_words)
      map.try_emplace(folded_words(word), Asking::task);
    return map;
  }();
  return words;
}

Asking asking_of_words(std::string_view text) {
  static const KnownWords known = [] {
    KnownWords words;
    for (const auto& [word, asking] : first_words()) words.add(word);
    return words;
  }();
  if (!known.may_begin(text)) return Asking::no;
  const std::string folded = folded_words(text.substr(0, looked_at_for_word));
  // Behind the number: "3. Explain …".
  const std::size_t letter = folded.find_first_not_of("0123456789 ");
  if (letter == std::string::npos) return Asking::no;
  const std::size_t word_end = folded.find(' ', letter);
  // A word alone asks nothing: "Design", "Para".
  if (word_end == std::string::npos) return Asking::no;
  const auto found = first_words().find(std::string_view(folded).substr(letter, word_end - letter));
  if (found == first_words().end()) return Asking::no;
  const std::string_view behind = std::string_view(folded).substr(word_end + 1);
  // "Don't save passwords" forbids.
  if (found->first == "don") {
    constexpr std::string_view whom[] = {"t you ", "t we ", "t i ", "t they "};
    const auto begins = [behind](std::string_view words) { return behind.starts_with(words); };
    return std::ranges::any_of(whom, begins) ? Asking::words : Asking::no;
  }
  if (found->second != Asking::clause) return found->second;
  static const std::unordered_set<std::string_view> following(std::begin(auxiliaries),
                                                              std::end(auxiliaries));
  const std::string_view second = behind.substr(0, behind.find(' '));
  return following.contains(second) ? Asking::words : Asking::clause;
}

}  // namespace

bool has_question_mark(std::string_view text) { return holds_mark(text); }

Asking how_asks(std::string_view text) {
  text = trimmed(text);
  if (text.empty()) return Asking::no;
  const std::string_view beginning = text.substr(0, looked_at);
  const unsigned signs = signs_in(beginning);
  if ((signs & is_mark) != 0 || holds_mark_of_ascii(beginning) ||
      (text.size() > looked_at && holds_mark(text.substr(text.size() - looked_at))))
    return names_faq_alone(text) ? Asking::no : Asking::mark;
  if ((signs & asks_something) != 0) return Asking::words;
  const Asking by_words = asking_of_words(text.substr(leading_ordinal(text)));
  return by_words == Asking::no && (signs & sets_task) != 0 ? Asking::task : by_words;
}

bool speaks_as_asker(std::string_view text) {
  static constexpr std::string_view beginnings[] = {
      "i ",        "i'm ",     "i’m ",    "i've ",   "i’ve ",        "i'd ",      "i’d ",
      "my ",       "we ",      "ich ",    "mein ",   "meine ",       "meinen ",   "je ",
      "j'",        "j’",       "mon ",    "ma ",     "mes ",         "quiero ",   "necesito ",
      "no puedo ", "tengo ",   "olvidé ", "mi ",     "mis ",         "quero ",    "preciso ",
      "eu ",       "esqueci ", "meu ",    "minha ",  "não consigo ", "voglio ",   "non riesco ",
      "il mio ",   "la mia ",  "ik ",     "mijn ",   "chcę ",        "nie mogę ", "moje ",
      "я ",        "Я ",       "у меня ", "У меня ", "не могу ",     "Не могу ",  "хочу ",
      "Хочу ",     "мой ",     "Мой ",    "моя ",    "Моя ",         "我"};
  constexpr std::size_t longest = 24;  // bytes
  const std::string beginning = lower_ascii(trimmed(text).substr(0, longest));
  return std::ranges::any_of(
      beginnings, [&beginning](std::string_view words) { return beginning.starts_with(words); });
}

}  // namespace answers
