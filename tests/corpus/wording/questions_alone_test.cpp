#include "corpus/wording/questions_alone.h"

#include <gtest/gtest.h>

namespace answers {
namespace {

struct Text {
  const char* text;
  bool alone;
};

class QuestionsAlone : public testing::TestWithParam<Text> {};

TEST_P(QuestionsAlone, AnswerNothing) {
  EXPECT_EQ(is_questions_alone(GetParam().text), GetParam().alone);
}

INSTANTIATE_TEST_SUITE_P(
    Rows, QuestionsAlone,
    testing::Values(
        Text{"- What is a splice?\n- Why do ropes fray?\n", true},
        Text{"1. What is a **splice**?\n2. Explain the lay of a rope.\n3. Why does it "
             "kink?\n\n---\n",
             true},
        Text{"Wer zieht an?\n\nWie lang ist sie?\n\nWas hält sie?\n", true},
        Text{"We like to ask:\n\n* ¿Qué es un nudo?\n* ¿Para qué sirve?\n", true},
        Text{"1. 什么是绳结？\n2. 如何解开？\n", true},
        Text{"- What is a splice? Give an example.\n- Why do ropes fray? (hard)\n- Who ties?\n",
             true},
        Text{"1. Which of the two\n   holds better?\n2. And why?\n", true}, Text{"", false},
        Text{"Is it wet?\n", false},
        Text{"- What is a splice? Two ends that are one.\n- Who ties? I do.\n", false},
        Text{"What is a splice?\n\nTwo ends that are one.\n\nWho ties?\n\nI do.\n", false},
        Text{"- Is it wet?\n- Is it old?\n\nThen cut it.\n\nAnd burn the ends.\n", false},
        Text{"- Tie it\n- Pull it\n- Cut it\n", false},
        Text{"- [ ] Is it wet?\n- [ ] Is it old?\n", false},
        Text{"> Is it wet?\n> Is it old?\n", false},
        Text{"Is it wet?\n\nIs it old?\n\n```\ncut\n```\n", false}));

}  // namespace
}  // namespace answers
