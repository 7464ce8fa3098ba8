#include "corpus/wording/hashtags.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace answers {
namespace {

std::vector<std::string> tags_of(const std::string& answer) {
  Record record;
  record.answer = answer;
  take_hashtags(record);
  EXPECT_EQ(record.answer, answer);
  return record.tags;
}

TEST(Hashtags, AreThoseAtTheEndOfALine) {
  using testing::ElementsAre;
  EXPECT_THAT(tags_of("Twenty minutes. #sleep #health/naps\nThen up. #sleep"),
              ElementsAre("sleep", "health/naps"));
  EXPECT_THAT(tags_of("#coffee_beans #süden\nAs sand."), ElementsAre("coffee_beans", "süden"));
  Record record;
  record.question = "How long? #sleep";
  record.tags = {"kept", "sleep"};
  record.answer = "An hour. #work";
  take_hashtags(record);
  EXPECT_THAT(record.tags, ElementsAre("kept", "sleep", "work"));
}

TEST(Hashtags, AreNoOtherSigns) {
  for (const char* none :
       {"Written in C#", "Issue #12", "Take #e0e0e0", "# A heading", "Ask in #help, or here.",
        "```\nx = 1 #comment\n```", "a#b", "#", "# ", "#Usage", "#ifdef\nx\n#endif",
        "- [ ] #images", "See [x](#there)", "##", "#-"})
    EXPECT_THAT(tags_of(none), testing::IsEmpty()) << none;
}

}  // namespace
}  // namespace answers
