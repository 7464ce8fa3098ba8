#include "corpus/text/plain_text_reader.h"

#include "corpus/markdown/markdown_reader.h"
#include "tests/corpus/text/outline_cases.h"

#include <gtest/gtest.h>

namespace answers {
namespace {

class PlainTextCase : public testing::TestWithParam<DocumentCase> {};

TEST_P(PlainTextCase, GivesItsPairs) {
  EXPECT_EQ(transcript(read_plain_text, "notes/FAQ", GetParam().text), GetParam().read);
}

INSTANTIATE_TEST_SUITE_P(
    Shapes, PlainTextCase,
    testing::Values(
        DocumentCase{
            "NumberedWithContents",
            "1. Tea\n  1.1 What is tea?\n  1.2 Is it hot?\n2. Milk\n  2.1 Where is it?\n\n====\n\n"
            "1. Tea\n\n  1.1 What is tea?\n\n  A drink.\n\n  1.2 Is it hot?\n\n  Yes:\n\n  1. "
            "hot\n  2. very\n\n"
            "2. Milk\n\n  2.1 Where is it?\n\n  Out.\n",
            "Tea|What is tea?|A drink.\nTea|Is it hot?|Yes://1. hot/2. very\nMilk|Where is "
            "it?|Out.\n"},
        DocumentCase{
            "WrappedQuestionsInColumnZero",
            "Chapter 1. Tea\n\n1.1. Why does the water that\nI boil vanish?\n\n    Steam.\n\n"
            "1.2. Is steam wet?\n\n    No.\n\nChapter 2. Milk\n\n2.1. Is milk\nwhite?\n\n    "
            "Yes.\n",
            "Tea|Why does the water that I boil vanish?|Steam.\nTea|Is steam wet?|No.\nMilk|Is "
            "milk white?|Yes.\n"},
        DocumentCase{"TabsHoldTheAnswers",
                     "1.0\tTea\n1.1\tWhat is it?\n1.1.1\tIs it\n\thot?\n1.1.2\tGreen?\n\n"
                     "1.0\tTea\n\n1.1\tWhat is it?\n\n\tA drink.\n\n"
                     "1.1.1\tIs it\n\thot?\n\n\tYes.\n\n\t\tboil()\n\n1.1.2\tGreen?\n\n\tYes.\n",
                     "Tea|What is it?|A drink.\nTea>What is it?|Is it hot?|Yes.//\tboil()\n"
                     "Tea>What is it?|Green?|Yes.\n"},
        DocumentCase{
            "NodesOfInfoAreNoText",
            "\x1f\nFile: ships.info,  Node: Keels,  Next: Masts,  Up: Parts\n\n"
            "1.1 What is a keel?\n===================\n\n   A beam below.\n\n"
            "\x1f\nFile: ships.info,  Node: Masts,  Prev: Keels,  Up: Parts\n\n"
            "1.2 What is a mast?\n===================\n\nA pole.  It says\n\nFile: and no more.\n",
            "|What is a keel?|A beam below.\n|What is a mast?|A pole.  It says//File: and "
            "no more.\n"},
        DocumentCase{"RightAlignedNumbers",
                     " 8. Is it?\n\n    Yes.\n\n 9. Was it\n    so?\n\n    No.\n\n10. Will it?\n\n "
                     "   1. Once.\n    2. Twice.\n",
                     "|Is it?|Yes.\n|Was it so?|No.\n|Will it?|1. Once./2. Twice.\n"},
        DocumentCase{"NumbersBeginAgainUnderTitles",
                     "  Category: /Tea_/\n\n    1. Hot?\n\n  Yes.\n\n  Last modified: "
                     "_2/13/1997_\n\n    2. Wet?\n\n  Very.\n\n"
                     "  Category: /Tea_/Green_tea/\n\n    1. Bitter?\n\n  A bit.\n\n    2. "
                     "Good?\n\n  Yes.\n",
                     "Tea|Hot?|Yes.\nTea|Wet?|Very.\nTea>Green tea|Bitter?|A bit.\nTea>Green "
                     "tea|Good?|Yes.\n"},
        DocumentCase{
            "TheLastPartOfADigestEndsAtItsRow",
            "Subject: Tea?\n\nA drink.\n\n-----\n\nSubject: Hot?\n\nYes.\n\n-----\n\nEnd of "
            "the digest\n",
            "|Tea?|A drink.\n|Hot?|Yes.\n"},
        DocumentCase{"NumbersBehindSigns",
                     "*** 1. The kettle does not\nboil.\n\nSwitch it on.\n\n*** 2. Tea is cold.\n\n"
                     "Wait less:\n\n1. pour\n2. drink\n\n*** 3. Milk went off.\n\nBuy more.\n",
                     "|The kettle does not boil.|Switch it on.\n|Tea is cold.|Wait less://1. "
                     "pour/2. drink\n|Milk went off.|Buy more.\n"},
        DocumentCase{"NumbersBetweenSigns",
                     "== 1) Is it hot? ==\n\nYes.\n\n== 2) Is it wet? ==\n\nVery.\n",
                     "|Is it hot?|Yes.\n|Is it wet?|Very.\n"},
        DocumentCase{
            "TitlesBetweenSigns",
            "== Tea ==\n\n=== Is it hot? ===\nYes.\n\nVery.\n\n=== Is it wet? ===\n\nYes.\n",
            "Tea|Is it hot?|Yes.//Very.\nTea|Is it wet?|Yes.\n"},
        DocumentCase{
            "RomanNumbers",
            "I. Is it hot?\nYes.\n\nII. Is it wet?\nVery.\n\nIV) no step\n\nIII. Who knows?\nI.\n",
            "|Is it hot?|Yes.\n|Is it wet?|Very.//IV) no step\n|Who knows?|I.\n"},
        DocumentCase{"LabelsBetweenAnglesAndBeforeThem",
                     "<Q> Is it hot?\n<A> Yes.\n\n<Q> Is it wet?\n<A> Very.\n",
                     "|Is it hot?|Yes.\n|Is it wet?|Very.\n"},
        DocumentCase{"LabelsBeforeAnAngle", "Q > Is it hot?\nA > Yes.\n\nQ > Wet?\nA > Very.\n",
                     "|Is it hot?|Yes.\n|Wet?|Very.\n"},
        DocumentCase{"NumbersBehindTheDotOfALabel",
                     "Q. 1 Is it hot?\nA. Yes.\n\nQ. 2) Is it wet?\nA. Very.\n",
                     "|Is it hot?|Yes.\n|Is it wet?|Very.\n"},
        DocumentCase{
            "Speakers",
            "Interviewer: Is it hot?\nCandidate: Yes.\n\nInterviewer: Is it wet?\nCandidate: "
            "Very.\n",
            "|Is it hot?|Yes.\n|Is it wet?|Very.\n"},
        DocumentCase{"LabelsOfFullWidth",
                     "Ｑ．熱いですか。\nＡ．はい。\n\nＱ．甘いですか。\nＡ．いいえ。\n",
                     "|熱いですか。|はい。\n|甘いですか。|いいえ。\n"},
        DocumentCase{
            "TitlesAboveQuestionsWithoutAnyDress",
            "Tea\n\nIs it hot?\nYes.\n\nIs it wet?\n\nVery\n\nMilk\n\nIs it white?\nYes.\n",
            "Tea|Is it hot?|Yes.\nTea|Is it wet?|Very\nMilk|Is it white?|Yes.\n"},
        DocumentCase{
            "TitlesBetweenSignsUponEachOther",
            "== Tea ==\n=== Is it hot? ===\nYes.\n== Milk ==\n\n=== Is it white? ===\nYes.\n",
            "Tea|Is it hot?|Yes.\nMilk|Is it white?|Yes.\n"},
        DocumentCase{"DigestOfSubjects",
                     "----\n\nSubject: 1. Tea\n\nAll on tea.\n\n----\n\nSubject: 1.1. What is "
                     "it?\n\nA drink.\n\n----\n\n"
                     "Subject: 1.2. Is it hot?\n\nYes.\n",
                     "Tea|What is it?|A drink.\nTea|Is it hot?|Yes.\n"},
        DocumentCase{
            "BracketsAndLetters",
            "[A1] What is tea?\n\nA drink.\n\n[A2] Is it hot?\n\nYes.\n\n[B1] Who knows?\n\nI.\n",
            "|What is tea?|A drink.\n|Is it hot?|Yes.\n|Who knows?|I.\n"},
        DocumentCase{
            "AnswersDirectlyBelow",
            "1) What is tea?\nA drink.\nA hot one.\n\n2) Is the water\nhot?\nYes.\n\n3) Who?\nI.\n",
            "|What is tea?|A drink./A hot one.\n|Is the water hot?|Yes.\n|Who?|I.\n"},
        DocumentCase{"NumberedWithAnswerLabels", "1. Tea?\n   A: Yes.\n\n2. Milk?\n   A: No.\n",
                     "|Tea?|Yes.\n|Milk?|No.\n"},
        DocumentCase{
            "HangingLabels",
            "Q:   Why does\n     it boil?\n\nA:   Heat\n     and\n        fire\n\nMILK\n\nQ:   Is "
            "it white?\n\nA:   Yes.\n",
            "|Why does it boil?|Heat/and/   fire\nMILK|Is it white?|Yes.\n"},
        DocumentCase{"LabelsOfOtherLanguages",
                     "F: Was ist das?\nA: Tee.\n\nF: Ist er heiß?\nA: Ja.\n",
                     "|Was ist das?|Tee.\n|Ist er heiß?|Ja.\n"},
        DocumentCase{"LabelsWithContentsAbove",
                     "Q1: Tea?\nQ2: Milk?\nQ3: Ice?\nQ4: Gin?\n\n----\n\nQ1: Tea?\n\nA: "
                     "Yes.\n\nQ2: Milk?\n\nA: No.\n\n"
                     "Q3: Ice?\n\nA: No.\n\nQ4: Gin?\n\nA: No.\n",
                     "|Tea?|Yes.\n|Milk?|No.\n|Ice?|No.\n|Gin?|No.\n"},
        DocumentCase{"AnswersInAListOfTheirOwn",
                     "Q1 - Tea?\nQ2 - Milk?\n\nA1 - Yes,\nhot.\n\nA2 - No.\n",
                     "|Tea?|Yes,/hot.\n|Milk?|No.\n"},
        DocumentCase{"UnderlinedQuestions",
                     "Tea FAQ\n=======\n\nWhat is it?\n-----------\n\nA drink.\n\nIs it "
                     "hot?\n----------\nYes.\n",
                     "Tea FAQ|What is it?|A drink.\nTea FAQ|Is it hot?|Yes.\n"},
        DocumentCase{
            "HangingQuestions",
            "What is tea?\n\n\tA drink.\n\nIs it hot?\n\n\tYes.\n\n\tVery.\n\nWho?\n\tI.\n",
            "|What is tea?|A drink.\n|Is it hot?|Yes.//Very.\n|Who?|I.\n"},
        DocumentCase{"NumberedQuestionsAlone",
                     "1. What is tea?\n2. Where is it\n   sold?\n3. Explain milk.\n4. Why so?\n",
                     "|What is tea?|-\n|Where is it sold?|-\n|Explain milk.|-\n|Why so?|-\n"},
        DocumentCase{
            "BareQuestionsAloneUnderTitles",
            "Tea\nWhat is it?\nIs it hot?\nWho?\n\nMilk\nIs it white?\nWhy?\nWhen?\nHow?\n"
            "Where is it from?\n",
            "Tea|What is it?|-\nTea|Is it hot?|-\nTea|Who?|-\nMilk|Is it "
            "white?|-\nMilk|Why?|-\nMilk|When?|-\nMilk|How?|-\nMilk|Where is it from?|-\n"},
        DocumentCase{"ListedQuestionsAlone", "- What is tea?\n- Is it hot?\n- Who makes it?\n",
                     "|What is tea?|-\n|Is it hot?|-\n|Who makes it?|-\n"},
        DocumentCase{"LabelledQuestionsAlone", "Q: What is tea?\nQ: Is it hot?\nQ: Who?\n",
                     "|What is tea?|-\n|Is it hot?|-\n|Who?|-\n"},
        DocumentCase{"NumberedQuestionsOfWhichFewAreAnswered",
                     "Tea\n\n1. What is it?\n\n   A drink.\n\n2. Is it hot?\n\n3. Who?\n\nI do.\n"
                     "\n4. Where?\n\n5. Why so?\n\n6. And when?\n",
                     "Tea|What is it?|A drink.\nTea|Is it hot?|-\nTea|Who?|I "
                     "do.\nTea|Where?|-\nTea|Why so?|-\nTea|And when?|-\n"},
        DocumentCase{"AQuestionRightBelowItsSection",
                     "  First part\n   Is it hot?\n    Yes.\n\n   Is it wet?\n    Very.\n\n  "
                     "Second part\n   Why so?\n    So.\n",
                     "First part|Is it hot?|Yes.\nFirst part|Is it wet?|Very.\nSecond part|Why "
                     "so?|So.\n"},
        DocumentCase{"SubQuestionsOfAFewNumbers",
                     "1. Tea\n\n1.1. What is it?\n\n  A drink.\n\n1.2. Is it hot?\n\n  "
                     "Yes.\n\n1.3. Which one?\n\n  That depends:\n\n1.3.1. Green?\n\n  "
                     "Yes.\n\n1.4. Who?\n\n  I.\n",
                     "Tea|What is it?|A drink.\nTea|Is it hot?|Yes.\nTea|Which one?|  That "
                     "depends://1.3.1. Green?//  Yes.\nTea|Who?|I.\n"},
        DocumentCase{"ParagraphsThatAsk", "What is tea?\n\nA drink.\n\nIs it hot?\n\nYes.\n",
                     "|What is tea?|A drink.\n|Is it hot?|Yes.\n"}),
    case_name);

class NoQuestions : public testing::TestWithParam<DocumentCase> {};

TEST_P(NoQuestions, GiveNothing) {
  EXPECT_EQ(transcript(read_plain_text, "notes.txt", GetParam().text), "");
}

INSTANTIATE_TEST_SUITE_P(
    Texts, NoQuestions,
    testing::Values(
        DocumentCase{"Prose", "Tea is a drink.\n\nIs it hot? Yes, it is.\n\nPeople like it.\n", {}},
        DocumentCase{
            "Licence",
            "1. Definitions.\n\nWords mean things.\n\n2. Grant.\n\nYou may.\n\n3. Limits.\n\nNo.\n",
            {}},
        DocumentCase{"OneLineThatHangs", "Tea is a drink.\n\nIs it hot?\n    Yes.\n", {}},
        DocumentCase{"OneNumber", "Tea\n\n1. Is it hot\n\nYes.\n", {}},
        DocumentCase{"Steps", "1. Boil water.\n2. Add tea.\n3. Wait.\n\nDrink it.\n", {}},
        DocumentCase{"Manual",
                     "NAME\n     tea - makes tea\n\nOPTIONS\n     -h   hot\n\n     -c   cold\n",
                     {}},
        DocumentCase{"Log", "10:01 a: up\n10:02 q: what?\n10:03 a: down\n", {}},
        DocumentCase{"Code", "if (a ? b : c) {\n    return 1;\n}\nwhile (x) {\n    y();\n}\n", {}},
        DocumentCase{
            "LettersOfWords", "Q値は熱い。\nA社は茶を売る。\n\nQ熱は病気。\nAさんは医者。\n", {}},
        DocumentCase{"Drives", "A: is a floppy.\nC: is a disk.\nD: is another.\n", {}}),
    case_name);

TEST(PlainText, OfManyLinesThatHangOnlyThoseAskThatDo) {
  std::string text = "Frequently asked questions: below\n\n";
  for (const char* line :
       {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"})
    text.append(line).append("\n  text\n\n");
  EXPECT_EQ(transcript(read_plain_text, "notes.txt", text + "Eleven?\n  text\n"),
            "Frequently asked questions: below|Eleven?|text\n");
}

TEST(PlainText, ATextThatIsMadeOfQuestionsNeedsNoOtherWordOfThem) {
  const char* const pairs = "|Is it hot?|Yes.\n|Is it wet?|Very.\n|Is it old?|No.\n";
  EXPECT_EQ(transcript(read_plain_text, "bread.txt",
                       "Is it hot?\nYes.\n\nIs it wet?\nVery.\n\nIs it old?\nNo.\n"),
            pairs);
  EXPECT_EQ(transcript(read_plain_text, "bread.txt",
                       "Is it hot?\n\nYes.\n\nIs it wet?\n\nVery.\n\nIs it old?\n\nNo.\n"),
            pairs);
  std::string story = "Is it hot?\n\nYes.\n\nIs it wet?\n\nVery.\n\nIs it old?\n\nNo.\n";
  for (int i = 0; i < 7; ++i) story += "\nThe baker went to bed.\n";
  EXPECT_EQ(transcript(read_plain_text, "bread.txt", story), "");
  EXPECT_EQ(transcript(read_plain_text, "bread.txt",
                       "\"Is it hot?\"\n\n\"Yes.\"\n\n\"Is it wet?\"\n\n\"Very.\"\n\n\"Is it "
                       "old?\"\n\n\"No.\"\n"),
            "");
}

TEST(PlainText, QuestionsAndAnswersMayStandLineByLine) {
  EXPECT_EQ(transcript(read_plain_text, "bread.txt",
                       "Is it hot?\nYes.\nIs it wet?\nVery,\nand cold.\nIs it old?\nNo.\n"),
            "|Is it hot?|Yes.\n|Is it wet?|Very,/and cold.\n|Is it old?|No.\n");
}

TEST(PlainText, TitlesBehindOneMarkAreEntriesWhetherTheyAskOrNot) {
  EXPECT_EQ(transcript(read_plain_text, "FAQ",
                       "Frequently Asked Questions\n\n-> Why does the boat lean?\n\nThe wind "
                       "pushes the sail.\n\n-> The pump does not stop.\n\nLook for\na leak.\n\n"
                       "-> Who may steer, and\n   when?\n\nWhoever is awake.\n"),
            "|Why does the boat lean?|The wind pushes the sail.\n"
            "|The pump does not stop.|Look for/a leak.\n"
            "|Who may steer, and when?|Whoever is awake.\n");
  EXPECT_EQ(transcript(read_plain_text, "FAQ",
                       "* Is it deep here?\n\nNo.\n\n* I lost my hat.\n\nBuy one:\n\n - red\n\n - "
                       "blue\n\n* Do you sell hats?\n\nYes.\n"),
            "|Is it deep here?|No.\n|I lost my hat.|Buy one:// - red// - blue\n"
            "|Do you sell hats?|Yes.\n");
}

TEST(PlainText, InAnFaqQuestionsMayLackTheirMarkAboveTheirAnswers) {
  EXPECT_EQ(transcript(read_plain_text, "FAQ.txt",
                       "How do I reef the sail\nTurn into the wind first.\n\n\n"
                       "Where does the spare anchor lie?\nBelow the forward bunk.\n\n\n"
                       "Who pays for a lost winch handle\nWhoever lost it.\n"),
            "|How do I reef the sail|Turn into the wind first.\n"
            "|Where does the spare anchor lie?|Below the forward bunk.\n"
            "|Who pays for a lost winch handle|Whoever lost it.\n");
  EXPECT_EQ(transcript(read_plain_text, "FAQ.txt",
                       "怎么升帆\n先迎风，再拉升帆索\n\n\n为什么船会摇\n因为有浪\n"),
            "|怎么升帆|先迎风，再拉升帆索\n|为什么船会摇|因为有浪\n");
  // A wrapped text goes on in the next line.
  EXPECT_EQ(transcript(read_plain_text, "FAQ.txt",
                       "What we do in winter is to lay up the boats and to mend what broke in the\n"
                       "summer, so that all is ready in May.\n\nWhy it takes so long is a long "
                       "story, which the one who owns the yard\ntells whoever asks.\n"),
            "");
}

TEST(PlainText, LabelsMayStandRightBeforeKana) {
  const char* const read = "|お茶は熱いですか|はい。\n|冷めますか|いいえ。\n";
  for (const char* const text :
       {"Q.お茶は熱いですか\nA.はい。\n\nQ.冷めますか\nA.いいえ。\n",
        "Ｑ　お茶は熱いですか\nＡ　はい。\n\nＱ　冷めますか\nＡ　いいえ。\n",
        "Qお茶は熱いですか\nAはい。\n\nQ冷めますか\nAいいえ。\n"})
    EXPECT_EQ(transcript(read_plain_text, "notes.txt", text), read) << text;
}

TEST(PlainText, TheWordOfAnAnswerMayEndInADotBelowALabelledQuestion) {
  EXPECT_EQ(transcript(read_plain_text, "notes.txt",
                       "Question 1. Is it hot?\nAnswer. Yes.\n\nQuestion 2. Is it wet?\n"
                       "Answer. Very.\n"),
            "|Is it hot?|Yes.\n|Is it wet?|Very.\n");
  EXPECT_EQ(transcript(read_plain_text, "notes.txt",
                       "FRÅGA: Is it hot?\nSVAR: Yes.\n\nFRÅGA: Is it wet?\nSVAR: Very.\n"),
            "|Is it hot?|Yes.\n|Is it wet?|Very.\n");
}

TEST(PlainText, ANumberThatEndsInZeroIsTheFirstOfItsPartWhereItHasText) {
  EXPECT_EQ(transcript(read_plain_text, "FAQ",
                       "1.0 Is it hot?\n\n  Yes.\n\n1.1 Is it wet?\n\n  Very.\n\n"
                       "2.0 It smokes\n\n  Open it.\n\n2.1 It is cold\n\n  Heat it.\n"),
            "|Is it hot?|Yes.\n|Is it wet?|Very.\n|It smokes|Open it.\n|It is cold|Heat it.\n");
}

TEST(PlainText, WhoSignsIsNoTopic) {
  EXPECT_EQ(
      transcript(read_plain_text, "FAQ",
                 "Some of the questions.\n\n -Anna\n\n\nQ: Is it hot?\n\n    Yes.\n\n\nQ: Is it "
                 "wet?\n\n    Very.\n"),
      "|Is it hot?|Yes.\n|Is it wet?|Very.\n");
}

TEST(PlainText, ARecordKnowsItsPlaceAndDate) {
  Collector heard;
  Input input("FAQ",
              "1. Hot?\n\n  Yes.\n\n  Last modified: 10 March 2003\n\n2. Wet?\n\n  Very.\n\n",
              heard);
  read_plain_text(input);
  ASSERT_EQ(heard.records.size(), 2U);
  EXPECT_EQ(heard.records[0].date, "2003-03-10");
  EXPECT_EQ(heard.records[0].place.line, 1U);
  EXPECT_EQ(heard.records[0].place.end_line, 3U);
  EXPECT_EQ(heard.records[1].place.line, 7U);
  EXPECT_EQ(heard.records[1].place.end_line, 9U);
  ASSERT_EQ(heard.sightings.size(), 1U);
  EXPECT_EQ(heard.sightings[0].shape, "numbered text headings");
}

TEST(PlainText, AQuizHasOptionsWithLettersAboveItsKey) {
  EXPECT_EQ(
      transcript(read_plain_text, "quiz.txt",
                 "1、Bread is made of（   ）\nA．rye\nB．sand\nans: A\n2、Water\nis (  )\nA. old\n"
                 "B．wet\nans: B\nIt always is.\n"),
      "|Bread is made of（ ）|rye\n|Water is ( )|wet//B/It always is.\n");
  EXPECT_EQ(transcript(read_plain_text, "export.txt",
                       "What is bread\nmade of?\n\nA. rye\n\nB. sand\n\nA\n\n\n"
                       "What is wet? (Select two.)\n\na. water\n\nb. dust\n\nc. milk\n\nac\n"),
            "|What is bread made of?|rye\n|What is wet? (Select two.)|water/milk\n");
}

TEST(PlainText, TheKeyOfAQuizMayBeItsLettersAlone) {
  EXPECT_EQ(transcript(read_plain_text, "quiz.txt",
                       "What floats?\n\nA. iron\n\nB. wood\n\nC. cork\n\nBC\n\n\n"
                       "A boat is steered by\nits\na. mast\nb. rudder\nb\n"),
            "|What floats?|wood/cork\n|A boat is steered by its|rudder\n");
}

TEST(PlainText, APairMayStandInALine) {
  EXPECT_EQ(
      transcript(read_plain_text, "cards.txt",
                 "What is rye?, A grass, of course.\nIs it hot?, Yes\n"
                 "Is it old?, No\nIs it wet?, Very\nName a grain, Wheat\nIs it sour?, A bit\n"),
      "|What is rye?|A grass, of course.\n|Is it hot?|Yes\n|Is it old?|No\n|Is it "
      "wet?|Very\n|Name a grain|Wheat\n|Is it sour?|A bit\n");
}

TEST(PlainText, CardsAndGlossariesHaveTermsThatAskNothing) {
  const std::string read =
      "|bow|the front of it\n|stern|the back of it\n|lee|away from the wind\n"
      "|luff|to turn up\n|reef|to make less\n";
  EXPECT_EQ(transcript(read_plain_text, "cards.txt",
                       "bow | the front of it\nstern | the back of it\nlee | away from the wind\n"
                       "luff | to turn up\nreef | to make less\n"),
            read);
  EXPECT_EQ(transcript(read_plain_text, "quizlet.txt",
                       "bow---the front of it\nstern---the back of it\nlee---away from the wind\n"
                       "luff---to turn up\nreef---to make less\n"),
            read);
  EXPECT_EQ(transcript(read_plain_text, "glossary.txt",
                       "bow\nthe front of it\n\nstern\nthe back of it\n\nlee\naway from the "
                       "wind\n\nluff\nto turn up\n\nreef\nto make less\n"),
            read);
  EXPECT_EQ(transcript(read_plain_text, "vocabulary.txt",
                       "bow\nthe front of it\nstern\nthe back of it\nlee\naway from the wind\n"
                       "luff\nto turn up\nreef\nto make less\n"),
            read);
  EXPECT_EQ(transcript(read_plain_text, "quizlet.txt",
                       "bow\nthe front of it\n---\nstern\nthe back of it\n---\nlee\naway from the "
                       "wind\n---\nluff\nto turn up\n---\nreef\nto make less\n"),
            read);
  EXPECT_EQ(transcript(read_plain_text, "poem.txt",
                       "bow\nthe front of it\n\nstern\nthe back of it\n\nlee\naway from the "
                       "wind\n\nluff\nto turn up\n"),
            "");
}

TEST(PlainText, ParagraphsAboveLabelledAnswersAreQuestions) {
  EXPECT_EQ(transcript(read_plain_text, "notes.txt",
                       "Is it hot?\n\nAnswer: Yes.\n\nVery.\n\nExplain rye.\nAnswer: A grass.\n"),
            "|Is it hot?|Yes.//Very.\n|Explain rye.|A grass.\n");
}

TEST(PlainText, APastedPageHasItsNumbersAndButtonsInLinesOfTheirOwn) {
  const char* const read = "|Is it hot?|Yes.//Very.\n|Explain rye|A grass.\n|Is it old?|No.\n";
  for (const auto reader : {read_plain_text, +[](Input& input) { read_markdown(input); }}) {
    for (const char* const button :
         {"Hide Answer", "View solution", "Ocultar respuesta", "Antwort ausblenden", "Visa svaret",
          "Afficher la réponse", "收起答案", "정답 보기"}) {
      const std::string below = '\n' + std::string(button) + "\n";
      EXPECT_EQ(transcript(reader, "page.txt",
                           "1.\nIs it hot?\n" + below + "Yes.\n\nVery.\n2.\nExplain rye\n" + below +
                               "A grass.\n3.\nIs it old?\n" + below + "No.\n"),
                read)
          << button;
    }
    EXPECT_EQ(transcript(reader, "page.txt",
                         "1)\n\nIs it hot?\n\nYes.\n\nVery.\n\n2)\n\nExplain rye\n\nA "
                         "grass.\n\n3)\n\nIs it old?\n\nNo.\n"),
              read);
    EXPECT_EQ(
        transcript(reader, "page.txt", "Q: Is it hot?\nA: So:\n```\n1.\na\n2.\nb\n3.\nc\n```\n"),
        "|Is it hot?|So:/```/1./a/2./b/3./c/```\n")
        << "code stays as it is";
  }
}

}  // namespace
}  // namespace answers
