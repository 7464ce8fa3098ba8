#include "corpus/input/input.h"
#include "corpus/markdown/markdown_reader.h"
#include "tests/corpus/collector.h"

#include <gtest/gtest.h>

#include <string>

namespace answers {
namespace {

/// "question => answer", a line a pair.
std::string pairs_of(const std::string& path, const std::string& markdown) {
  Collector heard;
  Input input(path, markdown, heard);
  read_markdown(input);
  std::string pairs;
  for (const Record& record : heard.records)
    pairs += record.question + " => " + record.answer + "\n";
  return pairs;
}

TEST(BoldLines, MayGoOnBelow) {
  EXPECT_EQ(pairs_of("faq.md",
                     "# FAQ\n\n**How do I\nmoor?**\n\nBy the bow.\n\n**Can she sail\nwithout a\n"
                     "crew?**\n\nNo.\n"),
            "How do I moor? => By the bow.\nCan she sail without a crew? => No.\n");
  EXPECT_EQ(
      pairs_of("faq.md",
               "**Wo liegt\nder Hafen?**\n\nIm Osten.\n\n**Wann kommt\ndie Flut?**\n\nBald.\n"),
      "Wo liegt der Hafen? => Im Osten.\nWann kommt die Flut? => Bald.\n");
  EXPECT_EQ(
      pairs_of("faq.md",
               "## Is it deep?\n\n**Never anchor\nthere** at night.\n\n## Is it far?\n\nNo.\n"),
      "Is it deep? => **Never anchor\nthere** at night.\nIs it far? => No.\n");
}

TEST(BoldLines, AskInTheVoiceOfWhoLooksForHelp) {
  EXPECT_EQ(
      pairs_of("help.md",
               "# FAQ\n\n**I lost my oar**\n\nTake another.\n\n**My sail is torn**\n\nSew it.\n"),
      "I lost my oar => Take another.\nMy sail is torn => Sew it.\n");
  EXPECT_EQ(
      pairs_of("troubleshooting.md",
               "# Hilfe\n\n**Ich finde den Hafen nicht**\n\nNach Osten.\n\n**Mein Motor steht**\n\n"
               "Tanken.\n"),
      "Ich finde den Hafen nicht => Nach Osten.\nMein Motor steht => Tanken.\n");
  EXPECT_EQ(pairs_of("log.md",
                     "# My log\n\n**I went to sea**\n\nIt rained.\n\n**I came home**\n\n"
                     "It still rained.\n"),
            "");
}

TEST(LabelledLines, MayHoldTheirAnswer) {
  EXPECT_EQ(
      pairs_of("faq.md", "# 常见问题\n\n问：船在哪里？答：在港口。\n\n问：水深吗？答：不深。\n"),
      "船在哪里？ => 在港口。\n水深吗？ => 不深。\n");
  EXPECT_EQ(pairs_of("faq.md",
                     "**Question:** Is it deep? **Answer:** No.\n\n"
                     "**Question:** Is it far? **Answer:** A mile.\n"),
            "Is it deep? => No.\nIs it far? => A mile.\n");
  EXPECT_EQ(pairs_of("faq.md", "Q: Is it deep? A: No.\n\nQ: Is it far? A: A mile.\n\nBy boat.\n"),
            "Is it deep? => No.\nIs it far? => A mile.\n\nBy boat.\n");
}

TEST(Templates, OfQuestionsAndAnswersAreNoPairs) {
  for (const char* const pairs :
       {"## Question goes here\n\nAnswer goes here.\n", "## <Insert question>\n\nYes.\n",
        "## Is it deep?\n\nLorem ipsum dolor sit amet, consectetur.\n",
        "## Question 1\n\nYour answer goes here\n\n## Question 2\n\nYour answer goes here\n"})
    EXPECT_EQ(pairs_of("faq.md", std::string("# FAQ\n\n") + pairs), "") << pairs;
}

TEST(BoldLines, KeepTheirMarksWhereALabelStoodInThem) {
  EXPECT_EQ(pairs_of("faq.md",
                     "### Q: Is it deep?\n\n**A: In the middle:**\n\nTen fathoms.\n\n"
                     "### Q: Is it far?\n\n**A: No.** Row there.\n\n"
                     "### Q: Who rows?\n\n**A:** The crew, **all** of it.\n"),
            "Is it deep? => **In the middle:**\n\nTen fathoms.\nIs it far? => **No.** Row there.\n"
            "Who rows? => The crew, **all** of it.\n");
  EXPECT_EQ(
      pairs_of("faq.md",
               "**Q: 水深吗？**\n\n**答：很深。**要小心。\n\n**Q: 远吗？**\n\n**答：不远**\n"),
      "水深吗？ => **很深。**要小心。\n远吗？ => **不远**\n");
  EXPECT_EQ(pairs_of("faq.md",
                     "## What is 2 to the third?\n\n2**3 is 8.\n\n## Who knows?\n\n"
                     "**Answer: The mate, by heart:**\n\nAsk him.\n"),
            "What is 2 to the third? => 2**3 is 8.\n"
            "Who knows? => **The mate, by heart:**\n\nAsk him.\n");
}

TEST(BoldLines, HeadingsThatInviteToAskAreNoQuestions) {
  for (const char* const invites : {"需要更多帮助？", "¿Necesitas más ayuda?", "Нужна помощь?",
                                    "Brauchen Sie weitere Hilfe?"}) {
    EXPECT_EQ(pairs_of("faq.md", "# FAQ\n\n## Is it deep?\n\nYes.\n\n## Is it far?\n\nNo.\n\n## " +
                                     std::string(invites) + "\n\nWrite to the harbour master.\n"),
              "Is it deep? => Yes.\nIs it far? => No.\n")
        << invites;
  }
}

}  // namespace
}  // namespace answers
