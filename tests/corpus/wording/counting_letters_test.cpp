#include "corpus/wording/counting_letters.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace answers {
namespace {

std::string marks(const std::vector<LevelledTitle>& titles) {
  std::string marks;
  for (const bool counted : counted_by_letters(titles)) marks += counted ? 'x' : '.';
  return marks;
}

TEST(CountedByLetters, ASiblingBearsTheLetterBeforeOrBehind) {
  EXPECT_EQ(marks({{"A. Scope", 2}, {"B. Terms", 2}, {"C) Fees", 2}}), "xxx");
  EXPECT_EQ(marks({{"P. Data", 2}, {"Q. Services", 2}, {"R. Law", 2}}), "xxx");
  EXPECT_EQ(marks({{"**A.** Why?", 7}, {"**B. When?**", 7}}), "xx");
}

TEST(CountedByLetters, TitlesFurtherInStandBetweenSiblings) {
  EXPECT_EQ(marks({{"A. Scope", 2}, {"1. Who", 3}, {"A. Where", 3}, {"B. Terms", 2}}), "x..x");
}

TEST(CountedByLetters, AnotherParentBeginsAnew) {
  EXPECT_EQ(marks({{"A. Scope", 3}, {"Part two", 2}, {"B. Terms", 3}}), "...");
}

TEST(CountedByLetters, LabelsOfQuestionsAndAnswersDoNot) {
  EXPECT_EQ(marks({{"Q. Why?", 3}, {"A. Because", 3}, {"Q. When?", 3}, {"A. Now", 3}}), "....");
  EXPECT_EQ(marks({{"P. ¿Por qué?", 3}, {"R. Porque sí", 3}}), "..");
  EXPECT_EQ(marks({{"A. Turing", 3}, {"B.F. Skinner", 3}, {"C", 3}, {"D.", 3}}), "....");
}

TEST(CountedByLetters, NoTitles) { EXPECT_EQ(marks({}), ""); }

TEST(BehindCountingLetter, IsTheTitle) {
  EXPECT_EQ(behind_counting_letter("B. Scope"), "Scope");
  EXPECT_EQ(behind_counting_letter("**B)** Scope"), "Scope");
  EXPECT_EQ(behind_counting_letter("Scope"), "Scope");
  EXPECT_EQ(behind_counting_letter("B.Scope"), "B.Scope");
  EXPECT_EQ(behind_counting_letter(""), "");
}

}  // namespace
}  // namespace answers
