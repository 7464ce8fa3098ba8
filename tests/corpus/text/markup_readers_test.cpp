#include "corpus/text/asciidoc_reader.h"
#include "corpus/text/org_reader.h"
#include "corpus/text/pod_reader.h"
#include "corpus/text/rst_reader.h"
#include "corpus/text/trivia_reader.h"
#include "tests/corpus/text/outline_cases.h"

#include <gtest/gtest.h>

namespace answers {
namespace {

TEST(Pod, HeadingsAreQuestionsAndIndexEntriesTags) {
  Collector heard;
  Input input(
      "bread.pod",
      "=head1 NAME\n\nbread - Baking at home\n\n=head1 Dough\n\n"
      "=head2 Why does C<my $dough>\nnot rise?\nX<yeast> X<dough, dead>\n\nThe yeast is "
      "I<dead>.\n\n"
      "  bake --hot\n\n=head2 How long do I knead?\n\nTen minutes.\n\n=over 4\n\n=item By hand\n\n"
      "Longer.\n\n=back\n\n=head2 May I freeze it?\n\nYes.\n\n=head1 AUTHOR\n\nA baker.\n\n=cut\n",
      heard);
  read_pod(input);
  ASSERT_EQ(heard.records.size(), 3U);
  const Record& first = heard.records[0];
  EXPECT_EQ(first.question, "Why does `my $dough` not rise?");
  EXPECT_EQ(first.answer, "The yeast is I<dead>.\n\n  bake --hot");
  EXPECT_EQ(first.tags, (std::vector<std::string>{"yeast", "dough, dead"}));
  EXPECT_EQ(first.section, (std::vector<std::string>{"Baking at home", "Dough"}));
  EXPECT_EQ(first.place.line, 7U);
  EXPECT_EQ(heard.records[1].answer, "Ten minutes.\n\n\n=item By hand\n\nLonger.");
}

TEST(MarkedUpText, RowsOfATableAreRecordsWhereItsColumnsSaySo) {
  const char* const pairs = "Oven|It is cold|Heat **it**.\nOven|It smokes|Open it.\n";
  for (const char* const table : {
           "+------------+--------------+\n| Problem    | Solution     |\n"
           "+============+==============+\n| It is cold | Heat         |\n"
           "|            | **it**.      |\n+------------+--------------+\n"
           "| It smokes  | Open it.     |\n+------------+--------------+\n",
           "==========  ============\nProblem     Solution\n==========  ============\n"
           "It is cold  Heat\n            **it**.\nIt smokes   Open it.\n==========  "
           "============\n",
           ".. list-table:: Troubles\n   :header-rows: 1\n\n   * - Problem\n     - Solution\n"
           "   * - It is cold\n     - Heat\n       **it**.\n   * - It smokes\n     - Open it.\n",
           ".. csv-table::\n   :header: \"Problem\", \"Solution\"\n\n"
           "   \"It is cold\", \"Heat **it**.\"\n   \"It smokes\", \"Open it.\"\n",
       }) {
    std::string read =
        transcript(read_rst, "oven.rst", std::string("Oven\n====\n\n") + table + "\nThe end.\n");
    if (const std::size_t broken = read.find("Heat/"); broken != std::string::npos)
      read[broken + 4] = ' ';
    EXPECT_EQ(read, pairs) << table;
  }
  EXPECT_EQ(
      transcript(read_asciidoc, "oven.adoc",
                 "= Oven\n\n[cols=\"1,2\"]\n|===\n|Problem |Solution\n\n|It is\n\ncold\na|Heat "
                 "**it**.\n\n|It smokes |Open it.\n|===\n"),
      pairs);
  EXPECT_EQ(transcript(read_org, "oven.org",
                       "* Oven\n| Problem    | Solution     |\n|------------+--------------|\n"
                       "| It is cold | Heat **it**. |\n| It smokes  | Open it.     |\n"),
            pairs);
  EXPECT_EQ(transcript(read_org, "oven.org", "* Oven\n| Year | Loaves |\n| 2024 | 3 |\n"), "");
}

TEST(MarkedUpText, ColumnsOfASimpleTableAreThoseOfTheScreen) {
  EXPECT_EQ(
      transcript(read_rst, "ofen.rst",
                 "======  ======\n質問    回答\n======  ======\n熱い？  はい\n古い？  いいえ\n"
                 "======  ======\n"),
      "|熱い？|はい\n|古い？|いいえ\n");
}

TEST(Rst, ALabelOrAFrenchMarkMakesAQuestionOfWhatHangs) {
  EXPECT_EQ(transcript(read_rst, "pain.rst",
                       "Pain\n====\n\nQ: How it is baked\n  Hot.\n\n**Est-il chaud ?**\n  Oui.\n\n"
                       "**Est-il vieux ?**\n  Non.\n"),
            "Pain|How it is baked|Hot.\nPain|Est-il chaud ?|Oui.\nPain|Est-il vieux ?|Non.\n");
}

TEST(Org, WhatIsNotToBeShownIsNotRead) {
  EXPECT_EQ(transcript(read_org, "faq.org",
                       "* Is it hot?\nYes.\n* COMMENT Is it old?\nNo.\n** Is it new?\nNo.\n"
                       "* Is it wet? :noexport:\nNo.\n* Is it dry?\nYes.\n"),
            "|Is it hot?|Yes.\n|Is it dry?|Yes.\n");
}

TEST(AsciiDoc, IsKnownByTermsBelowTitlesOfTwoLines) {
  EXPECT_GT(recognises_asciidoc(
                "oven.txt", "Oven\n====\n\n[[cold]]\nWhy is it cold?::\n\tIt was let go out.\n"),
            0);
  for (const char* other : {"Oven\n====\n\nRun this::\n\n   light\n",
                            "[[Oven]] is a page.\n\nbread:: loaf\n", "Oven\n====\n\n[[cold]]\n"})
    EXPECT_EQ(recognises_asciidoc("oven.txt", other), 0) << other;
}

TEST(AsciiDoc, ASentenceMayBeginWithADotAndALineOfBoldBreak) {
  EXPECT_EQ(transcript(read_asciidoc, "faq.adoc",
                       "== What is .NET?\n\n.NET is a framework.\n\n== Is it old?\n\nYes.\n"),
            "|What is .NET?|.NET is a framework.\n|Is it old?|Yes.\n");
  EXPECT_EQ(transcript(read_asciidoc, "faq.adoc",
                       "= FAQ\n\n*Is it hot?* +\nYes.\n\n*Is it old?* +\nNo.\n"),
            "|Is it hot?|Yes.\n|Is it old?|No.\n");
}

TEST(MarkedUpText, LabelsAreQuestionsBelowTheirHeading) {
  const char* const labels = "\n\nQ: Is it hot?\n\nA: Yes.\n\nQ: Is it done?\n\nA: No.\n";
  const char* const pairs = "Bread|Is it hot?|Yes.\nBread|Is it done?|No.\n";
  EXPECT_EQ(transcript(read_rst, "faq.rst", std::string("Bread\n=====") + labels), pairs);
  EXPECT_EQ(transcript(read_asciidoc, "faq.adoc", std::string("= Bread") + labels), pairs);
  EXPECT_EQ(transcript(read_org, "faq.org", std::string("* Bread") + labels), pairs);
}

TEST(Pod, ItemsAreQuestionsWhereTheyAsk) {
  EXPECT_EQ(transcript(read_pod, "FAQ.pod",
                       "=head2 Baking\n\n=over\n\n=item Is it hot?\n\nYes.\n\n=item Is it "
                       "done?\n\nNo.\n\n=back\n"),
            "Baking|Is it hot?|Yes.\nBaking|Is it done?|No.\n");
}

TEST(Pod, AManualHoldsNoQuestions) {
  EXPECT_EQ(
      transcript(read_pod, "bread.pod",
                 "=head1 NAME\n\nbread - bakes\n\n=head1 OPTIONS\n\n=head2 hot\n\nBakes hot.\n\n"
                 "=head2 How to go on\n\nEat.\n"),
      "");
}

TEST(Org, HeadingsAreQuestionsAndDrawersFields) {
  Collector heard;
  Input input(
      "faq.org",
      "#+title: Frequently asked questions\n* How do I...\n:PROPERTIES:\n:ID: a-b\n:END:\nAll "
      "about it.\n"
      "** Set the =clock=\t:time:\n:PROPERTIES:\n:CUSTOM_ID: clock\n:END:\nTurn the [[x][knob]].\n"
      "*** On Sundays\nDo not.\n#+begin_src sh\n# * no heading\n#+end_src\n"
      "** TODO Stop it?\n#+begin_quote\nComing.\n#+end_quote\n** Start it?\nPush.\n",
      heard);
  read_org(input);
  ASSERT_EQ(heard.records.size(), 2U);
  EXPECT_EQ(heard.records[0].question, "How do I set the `clock`");
  EXPECT_EQ(heard.records[0].url, "#clock");
  EXPECT_EQ(heard.records[0].tags, (std::vector<std::string>{"time"}));
  EXPECT_EQ(
      heard.records[0].answer,
      "Turn the [[x][knob]].\n*** On Sundays\nDo not.\n#+begin_src sh\n# * no heading\n#+end_src");
  EXPECT_EQ(heard.records[1].question, "How do I start it?");
  ASSERT_EQ(heard.unanswered.size(), 1U);
  EXPECT_EQ(heard.unanswered[0].question, "How do I stop it?");
}

TEST(Org, TermsOfAListMayAsk) {
  EXPECT_EQ(transcript(read_org, "faq.org",
                       "* Clock FAQ\n- Is it late? :: No.\n  Not yet.\n- Is it early? :: Yes.\n"),
            "Clock FAQ|Is it late?|No./Not yet.\nClock FAQ|Is it early?|Yes.\n");
}

TEST(Org, WhatIsNotWrittenYetHasManyNames) {
  EXPECT_EQ(transcript(
                read_org, "faq.org",
                "* FAQ\n** WAIT Is it late?\n** STARTED Is it early?\n** DONE Is it noon?\nYes.\n"),
            "|Is it late?|-\n|Is it early?|-\n|Is it noon?|Yes.\n");
}

TEST(Org, TermsOfAGlossaryAndOfAnFaqNeedNotAsk) {
  EXPECT_EQ(transcript(read_org, "words.org",
                       "#+title: Glossary\n- Keel :: Keeps her upright.\n- Jib ::\n- Helm ::\n"
                       "  What one steers by.\n"),
            "Glossary|Keel|Keeps her upright.\nGlossary|Helm|What one steers by.\n");
  EXPECT_EQ(transcript(read_org, "faq.org",
                       "* FAQ\n- Is it late? :: No.\n- When it will be late :: At nine.\n"),
            "|Is it late?|No.\n|When it will be late|At nine.\n");
  EXPECT_EQ(transcript(read_org, "notes.org", "* Options\n- fast :: Hurries.\n- slow :: Waits.\n"),
            "");
}

TEST(Org, AListOfAcronymsNamesEachOnce) {
  const char* const list =
      "- VAT : value added tax\n\n- BOM : bill of materials,\n  whole\n- RFQ: request for "
      "quotation\n";
  EXPECT_EQ(transcript(read_org, "acronyms.org", list),
            "|VAT|value added tax\n|BOM|bill of materials,/whole\n|RFQ|request for quotation\n");
  EXPECT_EQ(transcript(read_org, "prices.org", list), "");
}

TEST(Org, AnAnswerHeadingMakesACard) {
  EXPECT_EQ(transcript(read_org, "cards.org",
                       "* Rivers :drill:\nWhich river is the longest?\n** Answer\nThe Nile.\n"
                       "* What is ROM? :drill:\n:PROPERTIES:\n:ID: x\n:END:\n** Answer\nMemory.\n"),
            "|Which river is the longest?|The Nile.\n|What is ROM?|Memory.\n");
}

TEST(Asciidoc, EveryBlockIsToldToWhoWantsToKnow) {
  struct Curious : Collector {
    bool wants_every_block() const override { return true; }
  };
  Curious heard;
  Input input("faq.adoc", "= Kites\n\n== Why do they fly?\n\nWind.\n\n== Authors\n\nJo.\n", heard);
  read_asciidoc(input);
  std::vector<std::string> told;
  for (const Sighting& seen : heard.sightings) {
    if (seen.shape == "heading")
      told.push_back(std::to_string(seen.line) + ' ' + seen.evidence.substr(0, 9));
  }
  EXPECT_EQ(told, (std::vector<std::string>{"1 no questi", "3 question ", "7 no questi"}));
}

TEST(Asciidoc, TitlesAreQuestionsAndAnchorsAddresses) {
  Collector heard;
  Input input("faq.adoc",
              "= Kite FAQ\n:toc:\n\n== Flying\n\n[[wind]]\n=== Which `wind` is best? ===\n\n// ask "
              "Jo\nA steady one.\n\n"
              "----\n=== not a title\n// kept\n----\n\n=== Where may I fly?\n\nOn the "
              "https://beach.example[beach].\n",
              heard);
  read_asciidoc(input);
  ASSERT_EQ(heard.records.size(), 2U);
  EXPECT_EQ(heard.records[0].question, "Which `wind` is best?");
  EXPECT_EQ(heard.records[0].url, "#wind");
  EXPECT_EQ(heard.records[0].answer, "A steady one.\n\n```\n=== not a title\n// kept\n```");
  EXPECT_EQ(heard.records[0].section, (std::vector<std::string>{"Kite FAQ", "Flying"}));
}

TEST(Asciidoc, AnOpenBlockSwallowsNothing) {
  EXPECT_EQ(transcript(read_asciidoc, "faq.adoc",
                       "== One?\n\n----\nx\n\n== Two?\n\nb\n\n== Three?\n\nc\n"),
            "|One?|----/x\n|Two?|b\n|Three?|c\n");
}

TEST(Asciidoc, QandaListsGiveTheirTerms) {
  EXPECT_EQ(
      transcript(read_asciidoc, "a.adoc",
                 "== Kites\n\n[qanda]\nWhat flies?::\n  A kite.\nTell me more:: No.\n+\nWell.\n"),
      "Kites|What flies?|A kite.\nKites|Tell me more|No.//Well.\n");
}

TEST(Asciidoc, ATermBesideThoseThatAskIsAnEntry) {
  EXPECT_EQ(
      transcript(read_asciidoc, "a.adoc",
                 "= Kite FAQ\n\nDoes it fly?::\n  Yes.\n\n[[wind]]\nThere is no wind::\n  "
                 "Run.\n\nWho made it?::\n  I.\n"),
      "Kite FAQ|Does it fly?|Yes.\nKite FAQ|There is no wind|Run.\nKite FAQ|Who made it?|I.\n");
}

TEST(Asciidoc, BoldLinesAndTitlesOfBlocksSpeakAsWhoAsks) {
  EXPECT_EQ(transcript(read_asciidoc, "help.adoc",
                       "= FAQ\n\n*I lost my kite*\n\nBuy one.\n\n*My string is wet*\n\nDry it.\n"),
            "|I lost my kite|Buy one.\n|My string is wet|Dry it.\n");
  EXPECT_EQ(transcript(read_asciidoc, "troubleshooting.adoc",
                       "= Kites\n\n.I cannot see it\nLook up.\n\n.My hands hurt\nWear gloves.\n"),
            "Kites|I cannot see it|Look up.\nKites|My hands hurt|Wear gloves.\n");
  EXPECT_EQ(transcript(read_asciidoc, "log.adoc",
                       "= My kites\n\n*I bought one*\n\nIt is red.\n\n*I lost it*\n\nIn May.\n"),
            "");
}

TEST(Asciidoc, ATitleOfABlockMayAsk) {
  EXPECT_EQ(transcript(read_asciidoc, "a.adoc",
                       "= Kites\n\n.Does it fly?\nYes.\n\n.Who made it?\nI did.\n"),
            "Kites|Does it fly?|Yes.\nKites|Who made it?|I did.\n");
}

TEST(Rst, AnswersStandBehindMarkedQuestions) {
  for (const char* const text :
       {"**Is it hot?** - Yes.\n\n**Is it old?** - No.\n", ":Is it hot?: Yes.\n:Is it old?: No.\n"})
    EXPECT_EQ(transcript(read_rst, "faq.rst", std::string("FAQ\n===\n\n") + text),
              "|Is it hot?|Yes.\n|Is it old?|No.\n")
        << text;
}

TEST(Rst, ALineBelowATitleMayBeShort) {
  EXPECT_EQ(
      transcript(read_rst, "a.rst",
                 "Is it hot in there?\n=====\n\nYes.\n\nIs it done?\n================\n\nNo.\n"),
      "|Is it hot in there?|Yes.\n|Is it done?|No.\n");
}

TEST(Rst, TitlesFollowOneAnotherAtOnce) {
  EXPECT_EQ(transcript(read_rst, "a.rst",
                       "Bread FAQ\n=========\nOven fresh\n----------\nIs it hot?\n~~~~~~~~~~\nYes."
                       "\n\nIs it done?\n~~~~~~~~~~~\nNo.\n"),
            "Bread FAQ>Oven fresh|Is it hot?|Yes.\nBread FAQ>Oven fresh|Is it done?|No.\n");
}

TEST(Rst, TitlesAreQuestionsAndTargetsAddresses) {
  Collector heard;
  Input input("docs/faq.rst",
              "==========\nBoat FAQ\n==========\n\n.. contents::\n   "
              ":local:\n\nSailing\n=======\n\n.. _why_wet:\n\n"
              "Why is ``deck`` wet?\n--------------------\n\nWaves::\n\n    splash\n\n.. A "
              "comment\n   of two lines\n\n"
              "Where do I `steer <x>`_?\n------------------------\n\nAft.\n",
              heard);
  read_rst(input);
  ASSERT_EQ(heard.records.size(), 2U);
  EXPECT_EQ(heard.records[0].question, "Why is `deck` wet?");
  EXPECT_EQ(heard.records[0].url, "#why-wet");
  EXPECT_EQ(heard.records[0].answer, "Waves:\n\n```\nsplash\n```");
  EXPECT_EQ(heard.records[0].section, (std::vector<std::string>{"Boat FAQ", "Sailing"}));
  EXPECT_EQ(heard.records[0].place.line, 11U);
  EXPECT_EQ(heard.records[1].question, "Where do I steer?");
}

TEST(Rst, BoldLinesAreQuestionsUnderTitlesThatDoNotAsk) {
  EXPECT_EQ(transcript(read_rst, "faq.rst",
                       "FAQ\n===\n\nSails\n-----\n\n**Which one?**\n\nThe red.\n\n**It is "
                       "torn.**\n\nMend it.\n\n"
                       "**How does** ``reef`` **work?**\n\nTie it.\n"),
            "Sails|Which one?|The red.\nSails|It is torn.|Mend it.\nSails|How does `reef` "
            "work?|Tie it.\n");
}

TEST(Rst, ItemsThatAskFollowOneAnother) {
  EXPECT_EQ(transcript(read_rst, "faq.rst",
                       "FAQ\n===\n\n* Does it sail? Fast?\n   - Yes.\n* Where?\n   - At sea.\n* "
                       "When?\n   - At dawn.\n"),
            "|Does it sail? Fast?|- Yes.\n|Where?|- At sea.\n|When?|- At dawn.\n");
}

TEST(Org, ALinkMayStandInAnEmphasisedTitle) {
  EXPECT_EQ(transcript(read_org, "faq.org",
                       "* /How do I bake [[https://a.b/c-d][rye]] in it?/\nHot.\n"
                       "* *Can /[[https://a.b/e/f]]/ rise?*\nYes.\n"),
            "|How do I bake rye in it?|Hot.\n|Can https://a.b/e/f rise?|Yes.\n");
}

TEST(Rst, AnItemOverItsTextIsAnEntryBesideThoseThatAsk) {
  EXPECT_EQ(transcript(read_rst, "faq.rst",
                       "FAQ\n===\n\n* Why does it sink?\n\n  Too little yeast.\n\n"
                       "* Can I freeze it?\n\n  Yes.\n\n* How to bake on a stone\n\n  Heat it "
                       "first.\n\n* What is rye?\n\n  A grain.\n"),
            "|Why does it sink?|Too little yeast.\n|Can I freeze it?|Yes.\n"
            "|How to bake on a stone|Heat it first.\n|What is rye?|A grain.\n");
  EXPECT_EQ(transcript(read_rst, "guide.rst",
                       "Baking\n======\n\n* Knead\n\n  Ten minutes.\n\n* Bake\n\n  An hour.\n"),
            "");
}

TEST(Rst, AGlossaryIsOfTermsAndDefinitions) {
  EXPECT_EQ(transcript(read_rst, "words.rst",
                       "Words\n=====\n\n.. glossary::\n   :sorted:\n\n   keel\n      Keeps her\n"
                       "      upright.\n\n   bow : front\n   prow\n      The ``front``.\n\n"
                       "      Of a boat.\n\nThe end.\n"),
            "Words|keel|Keeps her/upright.\nWords|bow, prow|The `front`.//Of a boat.\n");
  EXPECT_EQ(transcript(read_rst, "faq.rst",
                       "Boat FAQ\n========\n\nDoes it float?\n--------------\nYes.\n\nfast\n"
                       "    Hurry.\n\nIs it mine?\n-----------\nNo.\n\nGlossary\n--------\n\nKeel\n"
                       "    Keeps her upright.\nBow\n    The front.\n\nJib\n    A sail.\n"),
            "Boat FAQ|Does it float?|Yes.//fast/    Hurry.\nBoat FAQ|Is it mine?|No.\n"
            "Boat FAQ>Glossary|Keel|Keeps her upright.\nBoat FAQ>Glossary|Bow|The front.\n"
            "Boat FAQ>Glossary|Jib|A sail.\n");
  EXPECT_EQ(transcript(read_rst, "guide.rst",
                       "Options\n=======\n\nfast\n    Hurries.\nslow\n    Waits.\n"),
            "");
}

TEST(MarkedUpText, AListOfHeadingsIsATableOfContentsWhateverStandsOverIt) {
  EXPECT_EQ(
      transcript(
          read_rst, "faq.rst",
          "Boat FAQ\n========\n\nParts of this FAQ\n-----------------\n\n- `Does it float?`_\n"
          "- `Oars`_\n\nDoes it float?\n--------------\nYes.\n\nOars\n----\nTwo.\n"),
      "Boat FAQ|Does it float?|Yes.\nBoat FAQ|Oars|Two.\n");
  EXPECT_EQ(transcript(read_org, "faq.org",
                       "* Overview\n- [[#float][Does it float?]]\n- Oars\n* Does it float?\nYes.\n"
                       "* Oars\nTwo.\n"),
            "|Does it float?|Yes.\n|Oars|Two.\n");
  EXPECT_EQ(transcript(read_asciidoc, "faq.adoc",
                       "= Boat FAQ\n\n== Where\n\n* At sea\n* Oars\n\n== Does it float?\n\nYes.\n\n"
                       "== Oars\n\nTwo.\n"),
            "Boat FAQ|Where|- At sea/- Oars\nBoat FAQ|Does it float?|Yes.\nBoat FAQ|Oars|Two.\n");
}

TEST(Rst, AGuideHoldsNoQuestions) {
  EXPECT_EQ(transcript(read_rst, "guide.rst",
                       "Guide\n=====\n\nInstall\n-------\n\nx\n\nWhat next?\n----------\n\ny\n"),
            "");
}

TEST(Rst, OnlyTheFaqSectionOfAGuideIsRead) {
  EXPECT_EQ(transcript(read_rst, "guide.rst",
                       "Guide\n=====\n\nInstall\n-------\n\nx\n\nFAQ\n---\n\nWhy?\n~~~~\n\nSo."
                       "\n\nIt hangs\n~~~~~~~~\n\nWait.\n"),
            "Guide|Why?|So.\nGuide|It hangs|Wait.\n");
}

TEST(Asciidoc, ATitleOfTwoLinesOverTitlesOfOne) {
  EXPECT_EQ(
      transcript(read_asciidoc, "FAQ.txt",
                 "ifndef::name[]\nBread FAQ\n=========\nendif::name[]\n\n== It sticks.\nButter "
                 "it.\n\n== It burns.\nLess fire.\n\n== Why?\nSo.\n"),
      "Bread FAQ|It sticks.|Butter it.\nBread FAQ|It burns.|Less fire.\nBread FAQ|Why?|So.\n");
}

TEST(Asciidoc, WhatStandsInAListOfQuestionsIsOne) {
  EXPECT_EQ(
      transcript(read_asciidoc, "FAQ.txt",
                 "Bread FAQ\n=========\n\n== Trouble\n\n[qanda]\n*It sticks*::\n    Butter "
                 "it.\n+\n.A way\n=========\nmelt\n=========\n\n*It burns*::\n    Less fire.\n"),
      "Bread FAQ>Trouble|It sticks|    Butter it.//**A way**//melt\n"
      "Bread FAQ>Trouble|It burns|Less fire.\n");
}

TEST(Trivia, OptionsAreTheBodyAndTheFileTheTopic) {
  Collector heard;
  Input input("sets/sea-life",
              "\n#Q Which of these\nswims?\n^ Cod\nA Cat\nB Cod\n\n#Q Nobody knows?\nA One\n\n#Q "
              "Who?\r\n^ You\r\n",
              heard);
  read_trivia(input);
  ASSERT_EQ(heard.records.size(), 2U);
  EXPECT_EQ(heard.records[0].question, "Which of these swims?");
  EXPECT_EQ(heard.records[0].answer, "Cod");
  EXPECT_EQ(heard.records[0].body, "A Cat\nB Cod");
  EXPECT_EQ(heard.records[0].section, (std::vector<std::string>{"sea life"}));
  EXPECT_EQ(heard.records[0].place.line, 2U);
  EXPECT_EQ(heard.records[0].place.end_line, 6U);
  EXPECT_EQ(heard.unanswered.size(), 1U);
}

}  // namespace
}  // namespace answers
