#include "corpus/record.h"

#include <gtest/gtest.h>

namespace answers {
namespace {

TEST(Record, IdStaysWhenMarkupAndWrappingChange) {
  Record plain;
  plain.question = "What is dropout?";
  plain.answer = "Units are switched off at random.";
  Record dressed = plain;
  dressed.question = "**What is\nDropout**";
  dressed.answer = "Units are\nswitched off at *random*";
  EXPECT_EQ(identify(plain), identify(dressed));
}

TEST(Record, AnswersToOneQuestionShareItsPartOfTheId) {
  Record first;
  first.question = "What is dropout?";
  first.answer = "A regulariser.";
  first.id = identify(first);
  Record second = first;
  second.answer = "Noise.";
  second.id = identify(second);
  EXPECT_NE(first.id, second.id);
  EXPECT_EQ(question_id(first), question_id(second));
  EXPECT_EQ(question_id(first).size(), 10U);
}

}  // namespace
}  // namespace answers
