#include "corpus/wording/language.h"

#include "corpus/deliver.h"
#include "tests/corpus/collector.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace answers {
namespace {

struct Case {
  const char* name;
  const char* text;
  const char* language;
};
class LanguageCase : public testing::TestWithParam<Case> {};

TEST_P(LanguageCase, IsDetected) {
  EXPECT_EQ(detect_language(GetParam().text), GetParam().language);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, LanguageCase,
    testing::Values(
        Case{"English", "What is the difference between a list and a tuple?", "en"},
        Case{"German", "Was ist der Unterschied zwischen einer Liste und einem Tupel?", "de"},
        Case{"French", "Quelle est la différence entre une liste et un tuple ?", "fr"},
        Case{"Spanish", "¿Cuál es la diferencia entre una lista y una tupla?", "es"},
        Case{"Portuguese", "Qual é a diferença entre uma lista e uma tupla? Não são iguais.", "pt"},
        Case{"Italian", "Qual è la differenza tra una lista e una tupla? Non sono uguali.", "it"},
        Case{"Dutch", "Wat is het verschil tussen een lijst en een tupel?", "nl"},
        Case{"Russian", "Чем список отличается от кортежа", "ru"},
        Case{"RussianByALetter", "Энтропия", "ru"},
        Case{"Ukrainian", "Чим список відрізняється від кортежу?", "uk"},
        Case{"Chinese", "列表和元组有什么区别？", "zh"},
        Case{"ChineseWithTerms", "TCP 和 UDP 的区别 (TCP vs UDP)", "zh"},
        Case{"Japanese", "リストとタプルの違いは何ですか？", "ja"},
        Case{"Korean", "리스트와 튜플의 차이점은 무엇인가요?", "ko"},
        Case{"Arabic", "ما الفرق بين القائمة والصف؟", "ar"},
        Case{"Greek", "Ποια είναι η διαφορά;", "el"},
        Case{"Hindi", "सूची और टपल में क्या अंतर है?", "hi"},
        Case{"NotDutchByALetter", "Hvad er en brødrister?", ""},
        Case{"NotPortugueseByALetter", "¿Por qué no se apaga? Con la llave de año.", "es"},
        Case{"NotSpanishByALetter", "Como se liga? Não se liga, por que razão?", "pt"},
        Case{"Bulgarian", "Къде се намира ключът?", "bg"},
        Case{"BulgarianByWords", "Какво се прави след това?", "bg"},
        Case{"RussianWithAHardSign", "Как изменить объект и подъезд?", "ru"},
        Case{"Catalan", "Quina és la diferència entre una llista i una tupla?", "ca"},
        Case{"CatalanWithoutAccents", "Amb quina eina es pot obrir?", "ca"},
        Case{"NotRussianByALetter", "Како да мењам лозинку?", ""},
        Case{"Urdu", "پاس ورڈ کیسے بدلیں؟", "ur"},
        Case{"DutchWithAName",
             "Wie was Ørsted en wat is het effect van de stroom in een draad bij een naald?", "nl"},
        Case{"EnglishWithAName", "Who was 李小龙 and what did he do in the film?", "en"},
        Case{"GermanWithCode", "Wie wird `the value of this` ausgegeben und was ist das?", "de"},
        Case{"AddressesSayNothing", "https://example.org/what/is/the/of/and", ""},
        Case{"NamesSayNothing", "de la Vega", ""}, Case{"OneWord", "Entropie", ""},
        Case{"Code", "x = the_value + in_of(a1, is2)", ""}, Case{"Formula", "α + β = γ", ""},
        Case{"Nothing", "", ""}),
    case_name);

struct Delivered {
  const char* name;
  const char* path;
  const char* given;
  const char* question;
  const char* answer;
  const char* language;
};
class DeliveredCase : public testing::TestWithParam<Delivered> {};

TEST_P(DeliveredCase, HasItsLanguage) {
  Record record;
  record.place.path = GetParam().path;
  record.language = GetParam().given;
  record.question = GetParam().question;
  record.answer = GetParam().answer;
  Collector heard;
  deliver(std::move(record), heard);
  ASSERT_EQ(heard.records.size(), 1U);
  EXPECT_EQ(heard.records[0].language, GetParam().language);
}

INSTANTIATE_TEST_SUITE_P(
    Records, DeliveredCase,
    testing::Values(
        Delivered{"OfTheCollection", "de/faq.md", "sv", "What is it?", "The one of these.", "sv"},
        Delivered{"OfThePath", "de/faq.md", "", "GIL", "CPython", "de"},
        Delivered{"OfTheAnswer", "faq.md", "", "GIL",
                  "Ein Schloss, das es nur einmal gibt und das "
                  "nicht von allen gehalten wird.",
                  "de"},
        Delivered{"NotTranslated", "de/faq.md", "", "What is it?", "It is the one of these.", "en"},
        Delivered{"FolderOfNotebooks", "nb/a.ipynb", "", "What is it?", "It is this.", "en"}),
    case_name);

}  // namespace
}  // namespace answers
