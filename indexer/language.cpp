#include "indexer/language.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>

namespace answers {
namespace {

struct Language {
  std::string_view code;
  /// Function words, lower case, without accents and apostrophes, separated by single blanks.
  std::string_view function_words;
};

constexpr Language languages[] = {
    {"en",
     "a an the this that these those of to in on at by for from with into onto about as and or but "
     "if then than so such am is are was were be been being have has had having do does did doing "
     "done will would shall should can could may might must i me my mine myself we us our ours you "
     "your yours he him his she her hers it its they them their theirs there here also just too "
     "very please any some all each both more most other own same id im ive dont doesnt didnt isnt "
     "arent wasnt cant couldnt wont wouldnt shouldnt what which who whom whose when where why how"},
    {"de",
     "der die das den dem des ein eine einen einem einer eines und oder aber nicht ist sind war "
     "waren wird werden wurde kann konnen ich du er sie es wir ihr mein dein sein ihre mich mir "
     "sich auf aus bei fur mit nach von vor zu zum zur im als wie auch noch nur wenn dass welche "
     "welcher welches warum wieso wann wo wer was"},
    {"fr",
     "le la les un une des du de et ou mais ne pas est sont etait sera peut je tu il elle nous "
     "vous ils elles mon ma mes son sa ses leur leurs ce cet cette ces dans sur pour par avec sans "
     "sous chez que qui quoi quel quelle quels quelles comment pourquoi quand aux plus se si"},
    {"es",
     "el los las un una unos unas y o pero no es son fue ser esta estan puede yo tu ella nosotros "
     "ellos mi mis su sus nuestro este ese esto eso en por para con sin sobre entre que quien cual "
     "cuales como porque cuando donde del al lo le les se hay mas muy"},
    {"it",
     "il lo gli un uno una dei delle della dello degli e o ma non sono era puo io lui lei noi voi "
     "loro mio mia suo sua questo questa questi quello nel nella con per tra fra su che chi cosa "
     "quale quali come perche quando dove anche piu si ci"},
    {"pt",
     "o os as um uma uns umas e ou mas nao sao era foi ser pode eu ele ela nos eles meu minha seu "
     "sua este esta isso em no na nos nas do da dos das por para com sem sobre entre que quem qual "
     "quais como porque quando onde ao mais muito se"},
    {"nl",
     "de het een en of maar niet is zijn was waren wordt worden kan kunnen ik jij hij zij wij "
     "jullie mijn jouw haar ons deze dit dat die in op aan bij voor met naar van uit te ook nog "
     "als wat welke wie waarom wanneer waar hoe er"},
    {"sv",
     "en ett och eller men inte ar var blir kan jag du han hon vi ni de dem min din sin som att "
     "det den detta dessa i pa for med till fran av om vad vilken vilka vem varfor nar hur ocksa"},
    {"ru",
     "и или но не это как что кто где когда почему зачем какой какая какие чем для при без под над "
     "из от до по на во со об за у я ты он она оно мы вы они мой его ее их был была было были есть "
     "бы ли же если то так"},
};

struct FunctionWords {
  /// word -> bit i set: a function word of languages[i]
  std::unordered_map<std::string_view, std::uint32_t> languages_of;

  FunctionWords() {
    for (std::size_t i = 0; i < std::size(languages); ++i) {
      std::string_view rest = languages[i].function_words;
      while (!rest.empty()) {
        const auto blank = std::min(rest.find(' '), rest.size());
        languages_of[rest.substr(0, blank)] |= 1U << i;
        rest.remove_prefix(std::min(blank + 1, rest.size()));
      }
    }
  }
};

const FunctionWords& function_words() {
  static const FunctionWords words;
  return words;
}

}  // namespace

bool is_function_word(std::string_view word, std::string_view language) {
  const auto found = function_words().languages_of.find(word);
  if (found == function_words().languages_of.end()) return false;
  const auto* known = std::ranges::find(languages, language, &Language::code);
  const auto index = known == std::end(languages) ? 0 : known - std::begin(languages);
  return ((found->second >> index) & 1U) != 0;
}

std::string_view detect_language(std::string_view /*text*/) { return {}; }

}  // namespace answers
