#include "corpus/input/input.h"
#include "corpus/markdown/markdown_reader.h"
#include "tests/corpus/collector.h"

#include <gtest/gtest.h>

#include <string>

namespace answers {
namespace {

std::string questions_of(const std::string& markdown) {
  Collector heard;
  Input input("faq.md", markdown, heard);
  read_markdown(input);
  std::string questions;
  for (const Record& record : heard.records) questions += record.question + "\n";
  return questions;
}

/// Four questions between `open` and `close`, with five bold parts each that count from 1.
std::string sailing(const std::string& open, const std::string& close) {
  std::string text = "# FAQ\n\n";
  for (const char* const question :
       {"How do I reef?", "How do I moor?", "How do I tack?", "How do I row?"}) {
    text += open + question + close + "\n\nIn five steps.\n\n";
    int number = 0;
    for (const char* const part : {"Look ahead", "Ease the sheet", "Turn", "Pull", "Make fast"})
      text += "**" + std::to_string(++number) + ". " + part + ":**\n\nWith care, as always.\n\n";
    text += open.starts_with("<details") ? "</details>\n\n" : "";
  }
  return text;
}

TEST(BoldNumbers, ThatBeginAgainInEachAnswerAreItsParts) {
  const std::string questions = "How do I reef?\nHow do I moor?\nHow do I tack?\nHow do I row?\n";
  EXPECT_EQ(questions_of(sailing("## ", "")), questions);
  EXPECT_EQ(questions_of(sailing("<details>\n<summary>", "</summary>")), questions);
  EXPECT_EQ(questions_of(sailing("<details>\n<summary><b>Q: ", "</b></summary>")), questions);
  EXPECT_EQ(questions_of(sailing("Q: ", "\n\nA: Well.")), questions);
}

TEST(BoldNumbers, BelowACommentInCodeAreNoQuestionsEither) {
  std::string text = sailing("## ", "");
  for (std::size_t at = text.find("In five"); at != std::string::npos;
       at = text.find("In five", at))
    text.replace(at, 14, "```sh\n# Ready\ngo\n```");
  EXPECT_EQ(questions_of(text), "How do I reef?\nHow do I moor?\nHow do I tack?\nHow do I row?\n");
}

TEST(BoldNumbers, ThatBeginAgainBelowTopicsAreQuestions) {
  std::string text = "# Sailing questions\n\n";
  std::string questions;
  for (const char* const topic : {"Ropes", "Sails", "Weather", "Harbours"}) {
    text += std::string("## ") + topic + "\n\n";
    for (int number = 1; number <= 5; ++number) {
      const std::string question = std::string("Rule ") + std::to_string(number) + " of " + topic;
      text += "**" + std::to_string(number) + ". " + question + "**\n\nBe careful with it.\n\n";
      questions += question + "\n";
    }
  }
  EXPECT_EQ(questions_of(text), questions);
}

}  // namespace
}  // namespace answers
