#include "indexer/analysis/text_units.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace answers {
namespace {

using testing::ElementsAre;

std::vector<std::string> units(const std::string& text) {
  std::vector<std::string> found;
  for (const TextUnit& unit : text_units(text))
    found.push_back(text.substr(unit.begin, unit.end - unit.begin));
  return found;
}

TEST(TextUnits, SentencesEndAtFullStopsAndBlankLines) {
  EXPECT_THAT(units("One is. Two is!  Three?\n\nfour"),
              ElementsAre("One is.", "Two is!", "Three?", "four"));
  EXPECT_THAT(units("A line\nthat goes on. Next."), ElementsAre("A line\nthat goes on.", "Next."));
}

TEST(TextUnits, AbbreviationsAndNumbersDoNotEndASentence) {
  EXPECT_THAT(units("Use e.g. Adam. It is 3.5 wide, cf. Fig. 2. J. Smith said so."),
              ElementsAre("Use e.g. Adam.", "It is 3.5 wide, cf. Fig. 2.", "J. Smith said so."));
}

/// As many steps as bytes: a run of signs is looked at once.
TEST(TextUnits, ManySignsInARowEndOneSentence) {
  for (const char* sign : {"?", "!", ".", ".'", "?)"}) {
    std::string signs;
    for (int i = 0; i < 500'000; ++i) signs += sign;
    EXPECT_THAT(units("One is" + signs + " Two"), ElementsAre("One is" + signs, "Two"));
    EXPECT_THAT(units("one" + signs + "two"), ElementsAre("one" + signs + "two"));
    EXPECT_THAT(units("one" + signs + " two"), ElementsAre("one" + signs + " two"));
  }
}

TEST(TextUnits, ItemsHeadingsRowsAndCodeAreUnits) {
  EXPECT_THAT(units("Why:\n- one thing\n  goes on\n* two\n1. three\n\n## Head\n| a | b |\n"
                    "```c\nint x;\n\nint y;\n```\nend"),
              ElementsAre("Why:", "- one thing\n  goes on", "* two", "1. three", "## Head",
                          "| a | b |", "```c\nint x;\n\nint y;\n```", "end"));
}

TEST(TextUnits, ChineseSentencesEndAtTheirFullStop) {
  EXPECT_THAT(units("第一句。第二句！"), ElementsAre("第一句。", "第二句！"));
}

TEST(TextUnits, NothingOfAnOpenFenceIsLost) {
  EXPECT_THAT(units("a.\n```\nx = 1\n"), ElementsAre("a.", "```\nx = 1"));
}

}  // namespace
}  // namespace answers
