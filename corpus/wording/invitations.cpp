#include "corpus/wording/invitations.h"

#include "corpus/characters/characters.h"
#include "corpus/wording/known_words.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace answers {
namespace {

/// All that such a sentence says.
constexpr std::string_view sentences[] = {
    "have a question",
    "have questions",
    "got questions",
    "got a question",
    "any questions",
    "more questions",
    "other questions",
    "dúvidas",
    "tem dúvidas",
    "dudas",
    "need help",
    "need more help",
    "need further help",
    "need more information",
    "brauchen sie hilfe",
    "brauchst du hilfe",
    "brauchen sie weitere hilfe",
    "besoin d'aide",
    "besoin de plus d'aide",
    "necesitas ayuda",
    "¿necesitas ayuda",
    "necesitas más ayuda",
    "¿necesitas más ayuda",
    "precisa de ajuda",
    "precisa de mais ajuda",
    "serve aiuto",
    "hulp nodig",
    "meer hulp nodig",
    "нужна помощь",
    "нужна дополнительная помощь",
    "потрібна допомога",
    "potrzebujesz pomocy",
    "yardıma mı ihtiyacınız var",
    "butuh bantuan",
    "需要帮助",
    "需要更多帮助",
    "还需要帮助",
    "仍需帮助",
    "需要協助",
    "需要更多協助",
    "サポートが必要ですか",
    "도움이 필요하신가요",
    "still stuck",
    "questions",
    "fragen",
    "weitere fragen",
    "des questions",
    "d'autres questions",
    "une question",
    "une autre question",
    "más preguntas",
    "mas preguntas",
    "alguna pregunta",
    "mais perguntas",
    "altre domande",
    "meer vragen",
    "вопросы",
    "ещё вопросы",
    "masz pytania",
    "還有其他問題",
    "还有其他问题",
    "还有疑问",
    "お困りですか",
};

/// What it begins with.
constexpr std::string_view beginnings[] = {
    "still have questions",
    "still have a question",
    "still have any",
    "still got questions",
    "still having",
    "immer noch probleme",
    "toujours des problèmes",
    "sigues teniendo problemas",
    "ainda com problemas",
    "ainda tem problemas",
    "всё ещё есть проблем",
    "仍有问题",
    "仍然有问题",
    "have more questions",
    "have another question",
    "have other questions",
    "have any questions",
    "have any other",
    "got more questions",
    "any other questions",
    "any more questions",
    "any further questions",
    "do you have any other q",
    "do you still have",
    "still need help",
    "noch fragen",
    "haben sie noch fragen",
    "hast du noch fragen",
    "habt ihr noch fragen",
    "keine antwort gefunden",
    "encore des questions",
    "vous avez d'autres",
    "vous avez une autre",
    "vous n'avez pas trouvé",
    "vous ne trouvez pas",
    "tienes más preguntas",
    "tienes otra pregunta",
    "tienes alguna otra",
    "aún tienes preguntas",
    "todavía tienes",
    "no encuentras la resp",
    "no encontraste",
    "no encuentras lo que",
    "ainda tem dúvidas",
    "ainda com dúvidas",
    "não encontrou",
    "hai altre domande",
    "hai ancora domande",
    "non hai trovato",
    "heb je nog vragen",
    "nog vragen",
    "остались вопросы",
    "у вас остались",
    "не нашли ответ",
    "masz więcej pytań",
    "nie znalazłeś",
    "nu ai găsit",
    "nu ați găsit",
    "nie znalazłeś odpowiedzi",
    "δεν βρήκατε",
    "fandt du ikke",
    "hittade du inte",
    "ikke funnet",
    "etkö löytänyt",
    "nem találta",
    "не знайшли",
    "aradığınızı bulamadınız",
    "探している",
    "没有找到",
    "没找到答案",
    "未找到答案",
    "找不到答案",
    "沒有找到",
    "masih punya pertanyaan",
    "başka sorunuz",
    "他に質問",
    "더 궁금한",
    "did we answer",
    "have we answered",
    "was your question answered",
    "sua dúvida foi",
    "sua pergunta foi",
    "¿resolvimos tu",
    "¿hemos respondido",
    "wurde ihre frage",
    "wurde deine frage",
    "avons nous répondu",
    "your question isn't answered",
    "your question is not answered",
    "noch eine frage",
    "haben sie fragen",
    "haben sie weitere fragen",
    "hast du fragen",
    "har du spørgsmål",
    "har du nogle",
    "har du flere spørgsmål",
    "har du frågor",
    "har du fler frågor",
    "har du spørsmål",
    "heeft u nog",
    "heeft u een vraag",
    "heb je een vraag",
    "geen antwoord gevonden",
    "¿tienes preguntas",
    "¿tienes dudas",
    "tem dúvidas",
    "avete domande",
    "hai domande",
    "hai bisogno",
    "masz pytanie",
    "máte otázky",
    "máte ještě",
    "nenašli jste",
    "van kérdése",
    "aveți întrebări",
    "остался вопрос",
    "есть вопросы",
    "не нашли ответа",
    "έχετε ερωτήσεις",
    "sorunuz mu var",
    "punya pertanyaan",
    "ご不明な点",
};

/// What one begins with that searched in vain …
constexpr std::string_view searches[] = {
    "can't find",  "cannot find", "could not find", "couldn't find", "did not find",
    "didn't find", "didn't see",  "do not see",     "don't see",     "not finding",
};

/// … for what a page of answers has.
constexpr std::string_view missed[] = {"an answer", "the answer",  "the question",
                                       "what you",  "your answer", "your question"};

/// What one begins with that offers more: "Ready to start?"
constexpr std::string_view offers[] = {
    "ready to", "ready for",  "want to",     "interested in", "prêt à",
    "prêts à",  "listo para", "listos para", "bereit für",    "pronto para",
    "klar til", "klaar om",   "готовы",      "gotowy na",
};

/// The first sentence of a line, its question mark included; empty where that is far or is none.
std::string_view first_question(std::string_view line) {
  constexpr std::size_t longest = 100;  // bytes
  for (const std::string_view mark : {"?", "？", "؟"}) {
    const std::size_t at = line.substr(0, longest).find(mark);
    if (at != std::string_view::npos) return line.substr(0, at + mark.size());
  }
  return {};
}

/// Phrases, folded, by their first byte.
class Phrases {
 public:
  template <std::size_t size>
  explicit Phrases(const std::string_view (&table)[size]) {
    for (const std::string_view phrase : table) {
      std::string words = folded_words(phrase);
      phrases_[static_cast<unsigned char>(words.front())].push_back(std::move(words));
    }
  }

  template <typename Fits>
  bool any(std::string_view words, Fits fits) const {
    return std::ranges::any_of(phrases_[static_cast<unsigned char>(words.front())], fits);
  }

 private:
  std::array<std::vector<std::string>, 256> phrases_{};
};

/// "Can't find the answer?", "Don't see what you're looking for?": what was not found is an answer.
bool misses_answer(std::string_view words) {
  static const Phrases begun(searches);
  return begun.any(words, [words](const std::string& phrase) {
    if (!words.starts_with(phrase)) return false;
    const std::string_view rest = words.substr(phrase.size());
    return std::ranges::any_of(missed, [rest](std::string_view what) {
      return rest.starts_with(' ') && rest.substr(1).starts_with(what);
    });
  });
}

}  // namespace

bool invites_to_ask(std::string_view line) {
  static const Phrases whole(sentences);
  static const Phrases begun(beginnings);
  static const KnownWords first_words = [] {
    KnownWords words;
    words.add_all(sentences);
    words.add_all(beginnings);
    words.add_all(searches);
    return words;
  }();
  if (!first_words.may_begin(line)) return false;
  const std::string words = folded_words(first_question(line));
  if (words.empty()) return false;
  return whole.any(words, [&words](const std::string& phrase) { return words == phrase; }) ||
         begun.any(words,
                   [&words](const std::string& phrase) { return words.starts_with(phrase); }) ||
         misses_answer(words);
}

bool offers_more(std::string_view line) {
  static const Phrases begun(offers);
  static const KnownWords first_words(offers);
  if (!first_words.may_begin(line)) return false;
  const std::string words = folded_words(first_question(line));
  return !words.empty() && begun.any(words, [&words](const std::string& phrase) {
    return words.starts_with(phrase);
  });
}

}  // namespace answers
