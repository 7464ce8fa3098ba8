#include "corpus/wording/closing_lines.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/wording/invitations.h"
#include "corpus/wording/known_words.h"
#include "corpus/wording/question_text.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <unordered_set>
#include <vector>

namespace answers {
namespace {

constexpr std::size_t longest_line = 240;  // bytes

/// All that such a line says.
constexpr std::string_view farewells[] = {
    "happy learning",
    "happy coding",
    "happy hacking",
    "happy studying",
    "happy interviewing",
    "good luck",
    "good luck with your interview",
    "good luck with your interviews",
    "good luck with your preparation",
    "good luck with your exam",
    "best of luck",
    "all the best",
    "all the best for your interview",
    "thanks for reading",
    "thank you for reading",
    "viel erfolg",
    "viel glück",
    "viel spaß beim lernen",
    "danke fürs lesen",
    "bonne chance",
    "bon courage",
    "merci d'avoir lu",
    "buena suerte",
    "mucha suerte",
    "gracias por leer",
    "boa sorte",
    "bons estudos",
    "obrigado por ler",
    "buona fortuna",
    "buono studio",
    "удачи",
    "удачи на собеседовании",
    "спасибо за внимание",
    "powodzenia",
    "veel succes",
    "祝你好运",
    "祝面试顺利",
    "感谢阅读",
    "谢谢阅读",
    "좋은 하루 되세요",
};

/// What a line begins with that asks for a star.
constexpr std::string_view requests[] = {
    "star this",         "star the",        "please star",
    "give this",         "give it",         "please give",
    "leave a star",      "don't forget to", "if this",
    "if you found",      "if you find",     "if you like this",
    "if you liked this", "if it helped",    "found this",
    "like this",         "enjoyed this",    "wenn dir",
    "wenn euch",         "gefällt dir",     "si te",
    "si este",           "si ce",           "si cela",
    "se este",           "se você gostou",  "se ti",
    "если вам",          "если этот",       "如果觉得",
    "如果对你",          "如果本",          "如果这",
    "欢迎 star",         "觉得不错",
};

/// What stands before a date.
constexpr std::string_view dates[] = {
    "last updated",
    "last update",
    "last modified",
    "last edited",
    "last reviewed",
    "zuletzt aktualisiert",
    "letzte aktualisierung",
    "dernière mise à jour",
    "última actualización",
    "última atualização",
    "ultimo aggiornamento",
    "laatst bijgewerkt",
    "последнее обновление",
    "обновлено",
    "最后更新",
    "最近更新",
    "最終更新",
    "마지막 업데이트",
};

template <std::size_t size>
std::vector<std::string> folded_phrases(const std::string_view (&table)[size]) {
  std::vector<std::string> folded;
  for (const std::string_view phrase : table) folded.push_back(folded_words(phrase));
  return folded;
}

bool begins_with_any(std::string_view words, const std::vector<std::string>& phrases) {
  return std::ranges::any_of(phrases, [words](const std::string& phrase) {
    return words.starts_with(phrase) &&
           (words.size() == phrase.size() || words[phrase.size()] == ' ' ||
            (phrase.back() & 0x80) != 0);
  });
}

/// Links to other pages and nothing else, one of them with an arrow or a word of turning pages:
/// "[← Previous](a.md) | [Home](b.md) | [Next →](c.md)".
bool turns_pages(std::string_view line) {
  std::size_t links = 0;
  bool turns = false;
  while (!line.empty()) {
    if (line.front() != '[') {
      if (is_letter_or_digit(line.front())) return false;
      line.remove_prefix(1);
      continue;
    }
    const std::size_t middle = line.find("](");
    const std::size_t end = middle == line.npos ? middle : line.find(')', middle);
    if (end == line.npos) return false;
    const std::string_view text = line.substr(1, middle - 1);
    const std::string words = ' ' + folded_words(text) + ' ';
    for (const std::string_view word :
         {" previous ", " prev ", " next ", " zurück ", " weiter ", " précédent ", " suivant ",
          " anterior ", " siguiente ", " próximo ", " назад ", " далее ", " 上一页 ", " 下一页 "})
      turns = turns || words.find(word) != words.npos;
    for (const std::string_view arrow : {"←", "→", "⬅", "➡", "«", "»", "<<", ">>"})
      turns = turns || text.find(arrow) != text.npos;
    ++links;
    line.remove_prefix(end + 1);
  }
  return links > 0 && turns;
}

}  // namespace

bool takes_leave(std::string_view line) {
  static const auto whole = [] {
    std::unordered_set<std::string> set;
    for (const std::string_view phrase : farewells) set.insert(folded_words(phrase));
    return set;
  }();
  static const auto asking_for_stars = folded_phrases(requests);
  static const auto naming_dates = folded_phrases(dates);
  line = trimmed(line);
  if (line.empty() || line.size() > longest_line || line.front() == '-' || line.front() == '|' ||
      line.front() == '`')
    return false;
  if (line.find("](") != line.npos && turns_pages(line)) return true;
  const std::string plain = plain_inline(line);
  if (invites_to_ask(plain)) return true;
  static const KnownWords first_words = [] {
    KnownWords known;
    known.add_all(farewells);
    known.add_all(requests);
    known.add_all(dates);
    return known;
  }();
  if (!first_words.may_begin(plain)) return false;
  const std::string words = folded_words(plain);
  if (words.empty()) return false;
  if (whole.contains(words)) return true;
  const bool star = line.find("⭐") != line.npos || line.find("🌟") != line.npos ||
                    (' ' + words + ' ').find(" star ") != std::string::npos;
  if (star && begins_with_any(words, asking_for_stars)) return true;
  return std::ranges::any_of(words, is_digit) && begins_with_any(words, naming_dates);
}

}  // namespace answers
