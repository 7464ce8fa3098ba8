#include "corpus/outline/decision.h"

#include "corpus/outline/about.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

namespace answers {
namespace {

Block heading(std::uint32_t level, Asking asking, bool has_text = true) {
  Block block;
  block.level = level;
  block.asking = asking;
  block.has_text = has_text;
  return block;
}

/// The roles of blocks that stand one after the other: "Q", "s" for a section, "p" for a part.
std::string roles_of(std::vector<Block> blocks, About about = nothing) {
  for (std::size_t i = 0; i < blocks.size(); ++i) blocks[i].begin = 10 * (i + 1);
  std::string roles;
  for (const BlockRole role : decide(blocks, about).roles)
    roles += role == BlockRole::question ? 'Q' : role == BlockRole::part ? 'p' : 's';
  return roles;
}

constexpr Asking no = Asking::no;
constexpr Asking mark = Asking::mark;

TEST(Decision, HeadingsThatAskAreQuestionsBelowATitle) {
  EXPECT_EQ(roles_of({heading(1, no), heading(2, mark), heading(2, mark), heading(2, mark)}),
            "sQQQ");
}

TEST(Decision, OneThatAsksAmongManyThatDoNotIsLeftOut) {
  const std::vector<Block> blocks = {heading(1, no), heading(2, no),   heading(2, no),
                                     heading(2, no), heading(2, mark), heading(2, no)};
  EXPECT_EQ(roles_of(blocks), "ssssss");
  const Decision decision = decide(blocks, nothing);
  EXPECT_THAT(decision.left_out, testing::ElementsAre(4U));
}

TEST(Decision, WhatStandsBelowAQuestionIsAPartOfIt) {
  EXPECT_EQ(roles_of({heading(2, mark), heading(3, no), heading(3, no), heading(2, mark),
                      heading(2, mark)}),
            "QppQQ");
}

TEST(Decision, QuestionsStandOnSeveralLevels) {
  EXPECT_EQ(roles_of({heading(1, no), heading(2, no, false), heading(3, mark), heading(3, mark),
                      heading(2, mark), heading(2, no, false), heading(3, no, false),
                      heading(4, mark), heading(4, mark)},
                     questions),
            "ssQQQssQQ");
}

TEST(Decision, AnEntryAmongThoseThatAskIsOneOfThem) {
  EXPECT_EQ(roles_of({heading(1, no), heading(2, mark), heading(2, no), heading(2, mark),
                      heading(2, mark)},
                     questions),
            "sQQQQ");
}

TEST(Decision, AStatementIsAnEntryInAnFaqAndNoneInAManual) {
  const std::vector<Block> blocks = {heading(1, no), heading(2, no), heading(2, no),
                                     heading(2, no)};
  EXPECT_EQ(roles_of(blocks), "ssss");
  EXPECT_EQ(roles_of(blocks, faq), "sQQQ");
}

TEST(Decision, ANameThatSpeaksOfQuestionsMakesNoneOfClauses) {
  constexpr Asking clause = Asking::clause;  // "How to prepare", "What to bring"
  constexpr Asking words = Asking::words;
  EXPECT_EQ(roles_of({heading(1, no), heading(2, clause), heading(2, clause), heading(2, clause)},
                     questions),
            "ssss");
  EXPECT_EQ(roles_of({heading(1, no), heading(2, words), heading(2, clause), heading(2, words)},
                     questions),
            "sQQQ");
}

TEST(Decision, ATaskIsAQuestionAmongSuchAsAskAndNoneAmongStatements) {
  constexpr Asking task = Asking::task;
  EXPECT_EQ(roles_of({heading(1, no), heading(2, mark), heading(2, task), heading(2, task),
                      heading(2, mark)}),
            "sQQQQ");
  EXPECT_EQ(roles_of({heading(1, no), heading(2, no), heading(2, task), heading(2, task),
                      heading(2, mark), heading(2, no)}),
            "ssssss");
}

TEST(Decision, ALabelledAnswerMakesAQuestionOfWhatAsksNothing) {
  std::vector<Block> blocks = {heading(2, no), heading(2, no)};
  for (Block& block : blocks) block.answered = true;
  EXPECT_EQ(roles_of(blocks), "QQ");
}

TEST(Decision, WhatLeadsInIsNoQuestionForWhatItHolds) {
  std::vector<Block> blocks = {heading(1, no), heading(2, Asking::words), heading(3, no),
                               heading(3, mark), heading(3, mark)};
  blocks[1].announces = true;
  EXPECT_EQ(roles_of(blocks, faq), "ssQQQ");
}

TEST(Decision, NumbersOfMorePartsThanMostAreParts) {
  std::vector<Block> blocks = {heading(1, no, false), heading(2, mark), heading(2, mark),
                               heading(3, mark), heading(2, mark)};
  for (Block& block : blocks) block.counted = true;
  blocks[3].deep = true;
  EXPECT_EQ(roles_of(blocks, faq), "sQQpQ");
}

TEST(Decision, AStatementAmongTopicsOfQuestionsIsATopic) {
  const std::vector<Block> topics = {heading(1, no),   heading(2, no, false), heading(3, mark),
                                     heading(3, mark), heading(2, no),        heading(2, no, false),
                                     heading(3, mark), heading(3, mark)};
  EXPECT_EQ(roles_of(topics, faq), "ssQQssQQ");
}

TEST(Decision, AStatementAmongLabelledQuestionsIsNone) {
  std::vector<Block> blocks(5, heading(2, no));
  for (const std::size_t i : {0U, 1U, 3U, 4U}) {
    blocks[i].told = true;
    blocks[i].look = 1;
  }
  EXPECT_EQ(roles_of(blocks, faq), "QQsQQ");
}

TEST(Decision, AnEntryOfAnFaqMayHavePartsAndNoTextOfItsOwn) {
  EXPECT_EQ(roles_of({heading(2, no), heading(2, no), heading(2, no, false), heading(3, no),
                      heading(3, no), heading(2, no), heading(2, no)},
                     faq),
            "QQQppQQ");
}

TEST(Decision, ALeadInBesideBoldQuestionsIsNone) {
  std::vector<Block> blocks(6, heading(2, mark));
  for (Block& block : blocks) block.kind = BlockKind::bold;
  for (const std::size_t i : {1U, 2U, 4U}) {
    blocks[i].asking = Asking::clause;
    blocks[i].announces = true;
  }
  EXPECT_EQ(roles_of(blocks, questions), "QssQsQ");
}

TEST(Decision, TermsBesideManyHeadingsThatAskAreEntriesToo) {
  std::vector<Block> blocks = {heading(1, no)};
  std::string roles = "s";
  for (int i = 0; i < 8; ++i) {
    for (const Asking asking : {mark, no, no}) blocks.push_back(heading(2, asking));
    roles += "QQQ";
  }
  EXPECT_EQ(roles_of(blocks), roles);
  // Of few that ask it is not said.
  blocks.resize(blocks.size() - 3);
  EXPECT_THAT(roles_of(blocks), testing::Not(testing::EndsWith("QQ")));
}

TEST(Decision, AQuizBehindATextMakesNoEntriesOfItsHeadings) {
  std::vector<Block> blocks = {heading(1, no)};
  for (int i = 0; i < 9; ++i) blocks.push_back(heading(2, no));
  blocks.push_back(heading(2, no, false));
  for (int i = 0; i < 9; ++i) blocks.push_back(heading(3, mark));
  EXPECT_EQ(roles_of(blocks), "sssssssssssQQQQQQQQQ");
}

TEST(Decision, ANumberTellsOfAQuestionWhereOneAsksOrTheTitleSaysSo) {
  const auto numbered = [](Asking asking) {
    Block block = heading(2, asking);
    block.counted = true;
    block.look = 1;
    return block;
  };
  const std::vector<Block> notes = {heading(1, no), numbered(no), numbered(no), numbered(no)};
  EXPECT_EQ(roles_of(notes, questions), "ssss");
  EXPECT_EQ(roles_of(notes, faq), "sQQQ");
  EXPECT_EQ(roles_of({heading(1, no), numbered(no), numbered(mark), numbered(no)}, questions),
            "sQQQ");
  std::vector<Block> named = notes;
  named[0].about = questions;
  EXPECT_EQ(roles_of(named, questions), "sQQQ");
  named.push_back(heading(2, no));  // beside others they are sections
  EXPECT_EQ(roles_of(named, questions), "sssss");
}

TEST(Decision, WhatClosesAListOfTroublesSaysLittleAgainstIt) {
  Block closing = heading(2, mark);
  closing.furniture = Furniture::closing;
  const std::vector<Block> blocks = {heading(1, no), heading(2, no), heading(2, no),
                                     heading(2, no), closing,        heading(2, no)};
  EXPECT_EQ(roles_of(blocks, troubles), "sQQQss");
  EXPECT_EQ(roles_of(blocks, nothing), "ssssss");
}

TEST(Decision, SaysWhatCameClosestWhereNothingIsAQuestion) {
  const std::vector<Block> blocks = {heading(1, no), heading(2, no), heading(2, Asking::clause)};
  const Decision decision = decide(blocks, nothing);
  ASSERT_EQ(decision.reasons.size(), 1U);
  EXPECT_EQ(decision.reasons[0].block, 2U);
}

TEST(Decision, SaysItsReasons) {
  std::vector<Block> blocks = {heading(2, mark), heading(2, mark)};
  blocks[0].begin = 1;
  blocks[1].begin = 2;
  const Decision decision = decide(blocks, nothing);
  ASSERT_FALSE(decision.reasons.empty());
  EXPECT_EQ(decision.reasons.front().block, 0U);
  EXPECT_THAT(decision.reasons.front().text, testing::StartsWith("asks with a mark +2.0"));
}

TEST(About, NamesOfFilesAreTakenApart) {
  for (const char* name :
       {"JavaInterviewQuestions.md", "preguntas2.md", "2questions.md", "javaquestions.txt",
        "HRInterview.md", "QnA.md", "quiz10/part1.md", "вопросы3.md", "deck/flashcards2.txt"})
    EXPECT_EQ(about_of_file(name, {}, {}), questions) << name;
  for (const char* name : {"Requests2.md", "QuizzicalLook.md", "Log4j2.md", "interviewer.md", ""})
    EXPECT_EQ(about_of_file(name, {}, {}), nothing) << name;
  for (const char* name : {"FAQs2.md", "docs/faq1.md", "perlfaq5.pod"})
    EXPECT_EQ(about_of_file(name, {}, {}), faq) << name;
  EXPECT_EQ(about_of_file("Troubleshooting2.md", {}, {}), troubles);
}

TEST(About, AProgramThatShowsAnFaqIsNone) {
  EXPECT_EQ(about_of_file("docs/FAQ_SECTION_USAGE.md", {}, "FAQ Section Component Usage"), nothing);
  EXPECT_EQ(about_of_file("README_FAQ.md", {}, "Fitur FAQ (Frequently Asked Questions)"), nothing);
  EXPECT_EQ(about_of_file("faq-widget.md", {}, "How it is built in"), nothing);
  EXPECT_EQ(about_of_file("GLOSSARY-FORMAT.md", {}, "GLOSSARY.md format"), nothing);
  EXPECT_EQ(about_of_title("Non-FAQ pages"), nothing);
  EXPECT_EQ(about_of_title("Component FAQ"), faq);
  EXPECT_EQ(about_of_file("docs/modules/faq.md", {}, "Module FAQ"), faq);
  EXPECT_EQ(about_of_file("FAQ.md", {}, "FAQ about features"), faq);
  EXPECT_EQ(about_of_file("glossary.md", {}, "Glossary"), faq);
}

}  // namespace
}  // namespace answers
