#include "searcher/display/question_body.h"

#include "corpus/record.h"

#include <gtest/gtest.h>

#include <string>

namespace answers {
namespace {

std::string asked(const std::string& body, const std::string& answer) {
  Record record;
  record.body = body;
  record.answer = answer;
  return body_without_answer(record);
}

TEST(QuestionBody, TellsNoOptionThatIsRight) {
  EXPECT_EQ(asked("- [ ] Larch\n- [x] Spruce", "Spruce"), "- [ ] Larch\n- [ ] Spruce");
  EXPECT_EQ(asked("Two are.\n\n  1. [X] Fir\n  2) [ ] Oak\n  3. [X] Pine\n", "- Fir\n- Pine"),
            "Two are.\n\n  1. [ ] Fir\n  2) [ ] Oak\n  3. [ ] Pine\n");
}

TEST(QuestionBody, KeepsWhatSomebodyTickedInAReport) {
  const std::string report = "- [x] I looked in the FAQ\n- [ ] I can help";
  EXPECT_EQ(asked(report, "Oil the hinge."), report);
  EXPECT_EQ(asked("", "x"), "");
  EXPECT_EQ(asked("-\n1\n[x] no item\n- [x]", "no item"), "-\n1\n[x] no item\n- [x]");
}

}  // namespace
}  // namespace answers
