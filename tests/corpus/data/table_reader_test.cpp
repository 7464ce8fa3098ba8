#include "corpus/data/anki_reader.h"
#include "corpus/data/csv_reader.h"
#include "corpus/input/input.h"
#include "tests/corpus/collector.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace answers {
namespace {

struct Case {
  const char* name;
  void (*read)(Input&);
  std::string text;
  const char* records;  // "line question => answer [section] {tags}", '/' for a line break
};

std::string show(const Collector& collector) {
  std::string text;
  for (const Record& record : collector.records) {
    std::string line =
        std::to_string(record.place.line) + " " + record.question + " => " + record.answer;
    if (!record.body.empty()) line += " body=" + record.body;
    for (const auto& one : record.section) line += " [" + one + "]";
    for (const auto& one : record.tags) line += " {" + one + "}";
    std::ranges::replace(line, '\n', '/');
    text += (text.empty() ? "" : "\n") + line;
  }
  return text;
}

TEST(Csv, CardsWithoutAHeaderAreKnownByTheirFronts) {
  const char* const asking = "What is tea?\tA drink.\nIs it hot?\tYes.\nMilk\tA drink too.\n";
  const char* const words = "tea\tthé\nmilk\tlait\nwater\teau\n";
  EXPECT_GT(recognises_csv("a.txt", asking), 50);
  EXPECT_EQ(recognises_csv("a.txt", words), 0);
  EXPECT_GT(recognises_csv("flashcards.txt", words), 50);
  EXPECT_GT(recognises_csv("notes/French_deck.txt", words), 50);
  EXPECT_EQ(recognises_csv("decking.txt", words), 0);
  EXPECT_EQ(recognises_csv("flashcards.txt", "tea\t1\t2\t3\nmilk\n"), 0);
}

class TableCase : public testing::TestWithParam<Case> {};

TEST_P(TableCase, HoldsItsRecords) {
  Collector collector;
  Input input("a.csv", GetParam().text, collector);
  GetParam().read(input);
  EXPECT_EQ(show(collector), GetParam().records);
}

INSTANTIATE_TEST_SUITE_P(
    Csv, TableCase,
    testing::Values(
        Case{"Header", read_csv, "question,answer\nQ,A\nR,B\n", "2 Q => A\n3 R => B"},
        Case{"Quoted", read_csv, "Question,Answer\n\"Q, \"\"so\"\"?\",\"A\n\nB\"\nR,C\n",
             "2 Q, \"so\"? => A//B\n5 R => C"},
        Case{"ProseBesideQuestions", read_csv,
             "question,remark,topic\nHot?,Only when it has just come out of it,oven\n"
             "Wet?,It is as dry as all flour,dough\n",
             "2 Hot? => Only when it has just come out of it [oven]\n"
             "3 Wet? => It is as dry as all flour [dough]"},
        Case{"Semicolons", read_csv, "Frage;Antwort;Thema\nQ, oder?;A;T\n", "2 Q, oder? => A [T]"},
        Case{"SidesOfCards", read_csv,
             "\"FRONTSIDE\";\"BACKSIDE\";\"LASTSHOWN\"\nkeel;der Kiel;\nsail;das Segel;\n",
             "2 keel => der Kiel\n3 sail => das Segel"},
        Case{"SidesOfCardsInGerman", read_csv, "Vorderseite,Rückseite\nkeel,der Kiel\n",
             "2 keel => der Kiel"},
        Case{"HowManyQuestionsIsNone", read_csv,
             "topic,# Questions,answer\nsails,13,A list of them\n", ""},
        Case{"Tabs", read_csv, "front\tback\nQ\tA, B\n", "2 Q => A, B"},
        Case{"NoHeader", read_csv, "What is X?,It is\nWhy?,So\n",
             "1 What is X? => It is\n2 Why? => So"},
        Case{"NoHeaderThreeColumns", read_csv, "What is X?,It is,t u\nWhy?,So,v\n",
             "1 What is X? => It is {t u}\n2 Why? => So {v}"},
        Case{"NumberedWithoutAHeader", read_csv, "1,What is X?,It is\n2,Why?,So\n",
             "1 What is X? => It is\n2 Why? => So"},
        Case{"CommentsAboveTheHeader", read_csv,
             "# exported, as usual\n# by hand\nquestion,answer\nQ,A\n", "4 Q => A"},
        Case{"CommentsAboveCards", read_csv, "# mine\nWhat is X?,It is\n", "2 What is X? => It is"},
        Case{"TitleAboveTheHeader", read_csv, "Our FAQ,,\n,,\n#,Question,Answer\n1,Q,A\n",
             "4 Q => A"},
        Case{"SeparatorAboveTheHeader", read_csv, "sep=;\nquestion;answer\nQ, oder?;A\n",
             "3 Q, oder? => A"},
        Case{"Columns", read_csv, "id,category,query,response,tags\n1,C,Q,A,\"t,u\"\n",
             "2 Q => A [C] {t} {u}"},
        Case{"Quiz", read_csv, "question,A,B,C,correct\nQ,x,y,z,B\n",
             "2 Q => y body=- A) x/- B) y/- C) z"},
        Case{"ShortAndLongRows", read_csv, "question,answer,note\nQ,A\nR,B,c,d\n",
             "2 Q => A\n3 R => B"},
        Case{"Crlf", read_csv, "question,answer\r\nQ,A\r\n", "2 Q => A"},
        Case{"OpenQuote", read_csv, "question,answer\nQ,A\nR,\"B\n", "2 Q => A\n3 R => B"},
        Case{"TextBehindAQuote", read_csv, "question,answer\n\"Q\" x,A\n", "2 Q x => A"},
        Case{"NumbersAndCodes", read_csv, "seed, 0xdeadbeaf\n0, 0xbc81\n1, 0x77f1\n", ""},
        Case{"NamesInTwoColumns", read_csv, "name,city\nAnn,Rome\nBob,Oslo\n", ""},
        Case{"WordsBehindTabs", read_csv, "tea\tthé\nmilk\tlait\n", "1 tea => thé\n2 milk => lait"},
        Case{"TermsInTwoColumns", read_csv, "kelp,a brown alga\ndulse,a red alga\n",
             "1 kelp => a brown alga\n2 dulse => a red alga"},
        Case{"OtherTable", read_csv, "x,y,z\n1,2,3\n", ""}, Case{"Nothing", read_csv, "", ""}),
    case_name);

INSTANTIATE_TEST_SUITE_P(
    Anki, TableCase,
    testing::Values(
        Case{"Tabs", read_anki, "#separator:tab\n#html:false\nQ\tA\n\"R\nS\"\t\"B\"\"\"\n",
             "3 Q => A\n4 R => B\" body=S"},
        Case{"Html", read_anki,
             "#separator:tab\n#html:true\nQ&amp;R\t<ul><li>a</li><li>b</li></ul>\n",
             "3 Q&R => - a/- b"},
        Case{"Columns", read_anki,
             "#separator:comma\n#html:false\n#guid column:1\n#deck column:2\n#tags "
             "column:5\ng,D::E,Q,A,t u\n",
             "6 Q => A [D] [E] {t} {u}"},
        Case{"Deck", read_anki, "#deck:D\n#separator:;\n#tags:t\nQ;A\n", "4 Q => A [D] {t}"},
        Case{"Cloze", read_anki,
             "#separator:tab\nThe {{c1::mitochondrion}} is {{c2::small::size}}.\tmore\n",
             "2 The […] is [size]. => The mitochondrion is small.//more"},
        Case{"ATableBeforeWhatIsAsked", read_anki,
             "#separator:tab\n#html:false\n\"| a | b |\n| --- | --- |\nHow many columns?\"\tTwo\n",
             "3 How many columns? => Two body=| a | b |/| --- | --- |/How many columns?"},
        Case{"AnswerRule", read_anki, "#separator:tab\n#html:true\nQ\tQ<hr id=answer>A\n",
             "3 Q => A"}),
    case_name);

TEST(TableReader, RowOverManyBlocksIsReadOnce) {
  Collector collector;
  std::string long_cell;
  while (long_cell.size() < 3'000'000) long_cell += "words \"\"and\"\" lines\n";
  Input input("a.csv", "question,answer\nQ,\"" + long_cell + "\"\nR,B\n", collector);
  read_csv(input);
  ASSERT_EQ(collector.records.size(), 2U);
  EXPECT_EQ(collector.records[1].question, "R");
}

struct Head {
  const char* name;
  const char* path;
  const char* head;
  int csv;
  int anki;
};
class TableRecognised : public testing::TestWithParam<Head> {};
TEST_P(TableRecognised, ByItsBeginning) {
  EXPECT_EQ(recognises_csv(GetParam().path, GetParam().head), GetParam().csv);
  EXPECT_EQ(recognises_anki(GetParam().path, GetParam().head), GetParam().anki);
}
INSTANTIATE_TEST_SUITE_P(
    Heads, TableRecognised,
    testing::Values(Head{"Csv", "a.csv", "question,answer\nQ,A\n", 96, 0},
                    Head{"NoName", "a", "Question\tAnswer\nQ\tA\n", 88, 0},
                    Head{"Pairs", "a.tsv", "What?\tThis\nWhy?\tThat\n", 85, 0},
                    Head{"Anki", "a.txt", "#separator:tab\n#html:true\nQ\tA\n", 0, 97},
                    Head{"Sentences", "a.txt", "Hello, you\nYes, me\n", 0, 0},
                    Head{"MarkdownTable", "a.md", "| Question | Answer |\n|---|---|\n| Q | A |\n",
                         0, 0},
                    Head{"Heading", "a.md", "# Tags: a\n", 0, 0},
                    Head{"Words", "a.txt", "words", 0, 0}),
    case_name);

}  // namespace
}  // namespace answers
