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

TEST(Record, IdOfALongAnswerStaysWhenMarkupAndWrappingChange) {
  Record plain;
  Record dressed;
  for (int i = 0; i < 20'000; ++i) {
    plain.answer += "жара and 热 ";
    dressed.answer += "*жара* and\n热\n";
  }
  EXPECT_EQ(identify(plain), identify(dressed));
  dressed.answer += "!";
  EXPECT_EQ(identify(plain), identify(dressed));
  dressed.answer += "x";
  EXPECT_NE(identify(plain), identify(dressed));
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

TEST(Record, AGivenIdIsNeverCut) {
  Record record;
  for (const char* given : {"pca-and-svd", "12345", "0123456789-abc", "k3v9x2mq4f-A4F7QZ", "-"}) {
    record.id = given;
    EXPECT_EQ(question_id(record), given);
  }
  record.id = "k3v9x2mq4f-a4f7qz";
  EXPECT_EQ(question_id(record), "k3v9x2mq4f");
}

}  // namespace
}  // namespace answers
