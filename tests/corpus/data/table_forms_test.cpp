// Tables, and what their columns are called.
#include "corpus/fields/field_names.h"
#include "tests/corpus/data/form_case.h"

#include <string>
#include <utility>
#include <vector>

namespace answers {
namespace {

class TableForm : public testing::TestWithParam<Form> {};

TEST_P(TableForm, IsReadAsItsAuthorMeantIt) {
  Collector collector;
  EXPECT_EQ(read_as(GetParam().file, GetParam().text, collector), GetParam().records);
}

INSTANTIATE_TEST_SUITE_P(
    Sheets, TableForm,
    testing::Values(
        Form{"Accentless", "a.csv", "intrebare,raspuns\nCe e?,Un nod.\n", "2 Ce e? => Un nod."},
        Form{"Prefixed", "b.csv", "faq_pregunta;faq_respuesta\n¿Qué?;Nada.\n", "2 ¿Qué? => Nada."},
        Form{"BlankBeforeQuote", "c.csv", "question, answer\nWhat?, \"a, b\"\nWho?, c\n",
             "2 What? => a, b\n3 Who? => c"},
        Form{"UnknownHeader", "d.csv", "Kwestie,Uitleg\nWaarom?,Daarom.\nWie?,Ik.\nWat?,Dit.\n",
             "2 Waarom? => Daarom.\n3 Wie? => Ik.\n4 Wat? => Dit."},
        Form{"UserAndBot", "e.csv", "User,Bot\nhow are you,I am well today.\n",
             "2 how are you => I am well today."},
        Form{"Benchmark", "f.csv", "Find x.,1,2,3,4,B\nFind y.,5,6,7,8,D\n",
             "1 Find x. => 2 body=- A) 1/- B) 2/- C) 3/- D) 4\n"
             "2 Find y. => 8 body=- A) 5/- B) 6/- C) 7/- D) 8"},
        Form{"NullsOfADatabase", "n.csv",
             "question,answer,hint\nWho rows?,NULL,NULL\nWhat has no value?,NULL,SQL says so\n"
             "Is it deep?,N/A,\n",
             "3 What has no value? => NULL"},
        Form{"OptionsInOneCell", "g.csv",
             "Capital of France?,\"Rome, Paris\",Paris\nTwo and two?,\"3, 4\",4\n",
             "1 Capital of France? => Paris body=- A) Rome/- B) Paris\n"
             "2 Two and two? => 4 body=- A) 3/- B) 4"},
        Form{
            "LooseCommas", "i.csv",
            "Question,Answer\nWhat is primer?,It holds, and keeps.\nI forgot, how do I get in?,Use "
            "mail, it works.\nPlain?,Yes,,\n",
            "2 What is primer? => It holds, and keeps.\n"
            "3 I forgot, how do I get in? => Use mail, it works.\n4 Plain? => Yes"},
        Form{"ListOfAnyName", "k.json",
             "[{\"q\": \"Legs?\", \"c\": [\"six\", \"eight\"], \"a\": 1}]",
             "1 Legs? => eight body=- A) six/- B) eight"},
        Form{"SeveralIndexes", "l.json",
             "[{\"Q\": \"Which fly?\", \"choices\": [\"wren\", \"stone\", \"bat\"], \"A\": "
             "\"0;2\"}]",
             "1 Which fly? => wren/bat body=- A) wren/- B) stone/- C) bat"},
        Form{"CardsWithTagsAndWithoutAHeader", "vocab.tsv",
             "perro\tdog\tanimal\ngato\tcat\tanimal\nir\tto go\tverb\nver\tto see\tverb\n",
             "1 perro => dog {animal}\n2 gato => cat {animal}\n3 ir => to go {verb}\n4 ver => to "
             "see {verb}"},
        Form{"CardsOfWhichAQuoteIsNotClosed", "deck.tsv",
             "\"perro\tdog\tanimal\ngato\tcat\tanimal\nir\tto go\tverb\n", ""},
        Form{"NoCardsInATableOfSomethingElse", "prices.tsv",
             "perro\tdog\tanimal\ngato\tcat\tanimal\nir\tto go\tverb\nver\tto see\tverb\n", ""},
        Form{"TagsOfAnki", "m.tsv",
             "Front\tBack\tTags\nKeel?\tSpine\tboats parts::low\nMast?\tPole\tboats\n",
             "2 Keel? => Spine {boats} {parts::low}\n3 Mast? => Pole {boats}"},
        Form{"SeveralRight", "h.csv",
             "question,opt1,opt2,opt3,correct answer(s)\nKnots?,Bowline,Fender,Hitch,\"1,3\"\n",
             "2 Knots? => Bowline/Hitch body=- A) Bowline/- B) Fender/- C) Hitch"}),
    name_of_form);

INSTANTIATE_TEST_SUITE_P(
    TablesOfTroubles, TableForm,
    testing::Values(
        Form{
            "WithTheirCauses", "log.csv",
            "Symptom,Cause,Fix\nThe keel hums,Air,Bleed it at the top.\n\"Error 7, red\",Dirt,Wash "
            "and dry it.\n",
            "2 The keel hums => **Cause:** Air//**Fix:** Bleed it at the top.\n"
            "3 Error 7, red => **Cause:** Dirt//**Fix:** Wash and dry it."},
        Form{"InSpanish", "averias.csv",
             "Problema;Solución\nLa puerta no cierra;Ajuste las dos bisagras.\n"
             "El eje chirría;Ponga un poco de grasa.\n",
             "2 La puerta no cierra => Ajuste las dos bisagras.\n"
             "3 El eje chirría => Ponga un poco de grasa."},
        Form{"InChinese", "faults.tsv",
             "问题描述\t解决办法\n无法启动\t请检查电源线\n没有声音\t请检查音量\n",
             "2 无法启动 => 请检查电源线\n3 没有声音 => 请检查音量"},
        Form{"CausesBesideNamedIssues", "issues.csv",
             "Issue,Cause,Resolution\nNo light on deck,A fuse,Put in a new one.\nNo sound at "
             "all,,Turn it up a bit.\n",
             "2 No light on deck => **Cause:** A fuse//**Resolution:** Put in a new one.\n"
             "3 No sound at all => Turn it up a bit."},
        Form{"AWordThatSortsIsNoRemedy", "bugs.csv",
             "Symptom,State,Fix\nLogin breaks,open,none\nPage is empty,open,none\n", ""}),
    name_of_form);

TEST(TableForms, AHeaderThatIsNotUnderstoodIsSaidByName) {
  Collector collector;
  EXPECT_EQ(read_as("v.csv",
                    "faq_id,question_variant\nF1,How do I pay?\nF1,Where do I pay?\n"
                    "F2,Is it safe?\n",
                    collector),
            "");
  ASSERT_EQ(collector.troubles.size(), 1U);
  EXPECT_NE(collector.troubles[0].what.find("'question_variant'"), std::string::npos);
}

TEST(TableForms, AColumnThatAsksHoldsNoAnswers) {
  Collector collector;
  EXPECT_EQ(read_as("qa.csv",
                    "tag,variations\ntide,When is high water?\ntide,When does the tide turn?\n"
                    "depth,How deep is it?\ndepth,Is it deep?\nhello,Ahoy\n",
                    collector),
            "");
  ASSERT_EQ(collector.troubles.size(), 1U);
  EXPECT_NE(collector.troubles[0].what.find("'variations'"), std::string::npos);
}

TEST(TableForms, NamesOfColumnsAndKeysMayBeGiven) {
  const char* const table = "nr;kwestie;uitleg\n1;Waar?;Daar.\n2;Wie?;Ik.\n3;Wat?;Dit.\n";
  const char* const list =
      R"([{"kwestie": "Waar?", "uitleg": "Daar."}, {"kwestie": "Wie?", "uitleg": "Ik."},
{"kwestie": "Wat?", "uitleg": "Dit."}])";
  for (const auto& [file, text] : {std::pair("v.csv", table), std::pair("v.json", list)}) {
    Collector unnamed;
    EXPECT_EQ(read_as(file, text, unnamed), "") << file;
    ASSERT_EQ(unnamed.troubles.size(), 1U) << file;
    EXPECT_EQ(unnamed.troubles[0].remedy, "name them: --columns question=kwestie,answer=uitleg");
  }
  give_field_names(given_names_in("question=Kwestie,answer=Uitleg").value_or(GivenNames{}));
  Collector named;
  EXPECT_EQ(read_as("v.csv", table, named), "2 Waar? => Daar.\n3 Wie? => Ik.\n4 Wat? => Dit.");
  Collector named_keys;
  EXPECT_EQ(read_as("v.json", list, named_keys), "1 Waar? => Daar.\n1 Wie? => Ik.\n2 Wat? => Dit.");
  give_field_names({});
}

TEST(TableForms, GivenNamesMayHoldCommas) {
  const auto names = given_names_in("question=What, now,answer=a,answer=b, c");
  ASSERT_TRUE(names);
  EXPECT_EQ(names->questions, std::vector<std::string>{"What, now"});
  EXPECT_EQ(names->answers, (std::vector<std::string>{"a", "b, c"}));
  for (const char* wrong :
       {"Kwestie", "question", "question=", "question=a,b=c,answer=", "answers=x"})
    EXPECT_FALSE(given_names_in(wrong)) << wrong;
}

}  // namespace
}  // namespace answers
