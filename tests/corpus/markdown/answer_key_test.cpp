// Questions whose answers stand in a key, and quizzes that have none: small worlds of each.
#include "corpus/input/input.h"
#include "corpus/markdown/markdown_reader.h"
#include "corpus/text/plain_text_reader.h"
#include "tests/corpus/collector.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

namespace answers {
namespace {

/// What is read: "question => answer" a line, of unanswered questions "question => ?".
std::string read(const std::string& text, void (*reader)(Input&)) {
  Collector heard;
  Input input(reader == &read_plain_text ? "bread.txt" : "bread.md", text, heard);
  reader(input);
  std::string pairs;
  for (const Record& record : heard.records)
    pairs += record.question + " => " + record.answer + "\n";
  for (const Record& record : heard.unanswered) pairs += record.question + " => ?\n";
  return pairs;
}

std::string markdown(const std::string& text) {
  return read(text, [](Input& input) { read_markdown(input); });
}

struct World {
  const char* name;
  const char* text;
};

void PrintTo(const World& world, std::ostream* out) { *out << world.name; }

class Key : public testing::TestWithParam<World> {};

TEST_P(Key, AnswersTheQuestionsAbove) {
  EXPECT_EQ(markdown(GetParam().text),
            "Which grain rises best? => Wheat\nIs rye a grass? => Yes\n");
}

INSTANTIATE_TEST_SUITE_P(
    Markdown, Key,
    testing::Values(
        World{"below a line",
              "1. Which grain rises best?\n2. Is rye a grass?\n\nAnswers\n\n1. Wheat\n2. Yes\n"},
        World{"below a label",
              "1) Which grain rises best?\n2) Is rye a grass?\n\nLösungen:\n\n1) Wheat\n2) Yes\n"},
        World{"below a heading",
              "# Bread\n\n1. Which grain rises best?\n2. Is rye a grass?\n\n## Answer key\n\n"
              "1. Wheat\n2. Yes\n"},
        World{"in one line",
              "## Test\n\n1. Which grain rises best?\n2. Is rye a grass?\n\n"
              "**Answers:** 1. Wheat 2. Yes\n"},
        World{"in a table",
              "1. Which grain rises best?\n2. Is rye a grass?\n\n### Answers\n\n"
              "| No | Answer |\n|---|---|\n| 1 | Wheat |\n| 2 | Yes |\n"},
        World{"folded up",
              "1. Which grain rises best?\n2. Is rye a grass?\n\n<details>\n"
              "<summary>Answers</summary>\n\n1. Wheat\n2. Yes\n\n</details>\n"},
        World{"of headings",
              "### 1. Which grain rises best?\n\n### 2. Is rye a grass?\n\n"
              "## Answers\n\n1. Wheat\n2. Yes\n"},
        World{"below its section",
              "## Wheat\n\n1. Which grain rises best?\n2. Is rye a grass?\n\n"
              "Answers\n\n1. Wheat\n2. Yes\n\n## Baking\n\nBread is hot.\n"}),
    [](const auto& world) {
      std::string name = world.param.name;
      for (char& sign : name) sign = sign == ' ' ? '_' : sign;
      return name;
    });

TEST(AnswerKey, NamesOptionsByTheirLetters) {
  const char* const options =
      "1. Which grain rises best?\n   A. Rye\n   B. Wheat\n2. Which one is dark?\n   A. Rye\n"
      "   B. Rice\n\n";
  for (const char* const key :
       {"Answers: 1-B, 2-A\n", "Key: 1(b), 2(a)\n", "## Answers\n\n1. B\n2. A\n"})
    EXPECT_EQ(markdown(options + std::string(key)),
              "Which grain rises best? => Wheat\nWhich one is dark? => Rye\n")
        << key;
}

TEST(AnswerKey, BelongsToItsPart) {
  EXPECT_EQ(markdown("## Grains\n\n1. Is rye a grass?\n2. Is rice?\n\n**Answers**\n\n1. It is.\n"
                     "2. It is, too.\n\n## Ovens\n\n1. Are they hot?\n2. Are they old?\n\n"
                     "**Answers**\n\n1. Very.\n2. Seldom.\n"),
            "Is rye a grass? => It is.\nIs rice? => It is, too.\nAre they hot? => Very.\n"
            "Are they old? => Seldom.\n");
}

TEST(AnswerKey, StandsInPlainText) {
  EXPECT_EQ(read("BREAD\n\n1. Which grain rises best?\n   a) rye\n   b) wheat\n"
                 "2. Which one is dark?\n   a) rye\n   b) rice\n\nANSWERS\n\n1. b\n2. a\n",
                 &read_plain_text),
            "Which grain rises best? => wheat\nWhich one is dark? => rye\n");
}

TEST(AnswerKey, IsNoneWhereTheNumbersDiffer) {
  const std::string steps =
      "1. Which grain rises best?\n\n   Wheat.\n\n2. Is rye a grass?\n\n   Yes.\n\n";
  EXPECT_EQ(
      markdown("# FAQ\n\n" + steps),
      markdown("# FAQ\n\n" + steps + "## Solutions\n\n1. Knead.\n2. Wait.\n3. Bake.\n4. Eat.\n"));
}

TEST(AnswerKey, AreNoStepsBelowOtherSteps) {
  const std::string faq =
      "## Why is the bread flat?\n\n1. The flour is too old\n2. The oven is too cold\n\n"
      "**Solutions:**\n\n1. Buy flour that is younger\n2. Wait until the oven is hot\n\n"
      "## Is rye a grass?\n\nYes.\n";
  EXPECT_EQ(markdown(faq),
            "Why is the bread flat? => 1. Buy flour that is younger\n"
            "2. Wait until the oven is hot\nIs rye a grass? => Yes.\n");
}

TEST(AnswerKey, SaysWhatIsTrueOfStatements) {
  EXPECT_EQ(markdown("## Test\n\n1. Rye is a grass.\n2. Bread is cold.\n\n**Answers**\n\n"
                     "1. True\n2. False\n"),
            "Rye is a grass. => True\nBread is cold. => False\n");
}

TEST(Quiz, WithoutAKeyIsNotAnswered) {
  EXPECT_EQ(markdown("# Quiz\n\n1. Which grain rises best?\n   - A) Rye\n   - B) Wheat\n"
                     "2. Which one is dark?\n   - A) Rye\n   - B) Rice\n"),
            "Which grain rises best? => ?\nWhich one is dark? => ?\n");
}

TEST(Quiz, MarksWhatIsRightAmongTheOptions) {
  for (const char* const right : {"B) Wheat ✅", "**B) Wheat**", "B) **Wheat**", "B) ✔ Wheat",
                                  "B) Wheat (correct)", "**B) Wheat** ✅"}) {
    const std::string quiz = std::string("1. Which grain rises best?\n   - A) Rye\n   - ") + right +
                             "\n   - C) Rice\n\n   It holds the gas.\n"
                             "2. Which one is dark?\n   - A) Rye ✅\n   - B) Rice\n";
    EXPECT_EQ(markdown(quiz),
              "Which grain rises best? => Wheat\n\nIt holds the gas.\nWhich one is dark? => Rye\n")
        << right;
  }
}

TEST(Quiz, MayHaveSeveralRightOptions) {
  EXPECT_EQ(markdown("## Which grains are dark?\n\nA. Rye ✅\nB. Rice\nC. Black oats ✅\n\n"
                     "## Which are wet?\n\nA. Rye\nB. Rice ✅\nC. Oats\n"),
            "Which grains are dark? => Rye\nBlack oats\nWhich are wet? => Rice\n");
}

}  // namespace
}  // namespace answers
