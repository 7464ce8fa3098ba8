#include "searcher/study/memory.h"

#include <gtest/gtest.h>

#include <vector>

namespace answers {
namespace {

constexpr Grade again = Grade::again;
constexpr Grade hard = Grade::hard;
constexpr Grade good = Grade::good;
constexpr Grade easy = Grade::easy;

// Figures worked out from the published formulas by hand and by a script in another language.

TEST(Memory, TheFirstGradeDecidesWhereItStarts) {
  const struct {
    Grade grade;
    double stability;
    double difficulty;
    int due;
  } cases[] = {
      {again, 0.2120, 6.413300, 1},  // 6.4133 - e^0 + 1
      {hard, 1.2931, 5.112171, 1},   // 6.4133 - e^0.8334 + 1
      {good, 2.3065, 2.118104, 2},   // 6.4133 - e^1.6668 + 1
      {easy, 8.2956, 1.000000, 8},   // 6.4133 - e^2.5002 + 1 = -4.77, at least 1
  };
  for (const auto& [grade, stability, difficulty, due] : cases) {
    const Memory memory = first_memory(grade);
    EXPECT_DOUBLE_EQ(memory.stability, stability);
    EXPECT_NEAR(memory.difficulty, difficulty, 1e-6);
    EXPECT_EQ(days_until_due(memory), due);
  }
}

TEST(Memory, EachLaterGradeMovesItByHowLongItWasKept) {
  const Memory start = first_memory(good);
  const struct {
    int days;
    Grade grade;
    double stability;
    double difficulty;
  } cases[] = {
      {0, again, 0.775084, 7.394503},  {0, hard, 2.306500, 4.752858},
      {0, good, 2.306500, 2.111214},   {0, easy, 3.946054, 1.000000},
      {2, again, 0.607580, 7.394503},  {2, hard, 7.513320, 4.752858},
      {2, good, 10.964332, 2.111214},  {2, easy, 18.521754, 1.000000},
      {30, again, 0.905347, 7.394503}, {30, hard, 23.424143, 4.752858},
      {30, good, 37.420638, 2.111214}, {30, easy, 68.071770, 1.000000},
  };
  for (const auto& [days, grade, stability, difficulty] : cases) {
    const Memory memory = next_memory(start, days, grade);
    EXPECT_NEAR(memory.stability, stability, 1e-6) << days << ' ' << static_cast<int>(grade);
    EXPECT_NEAR(memory.difficulty, difficulty, 1e-6) << days << ' ' << static_cast<int>(grade);
  }
}

TEST(Memory, ALearnersHistoryGivesGrowingIntervalsUntilSomethingIsForgotten) {
  const struct {
    int days;  // since the review before
    Grade grade;
    int due;
  } reviews[] = {{0, good, 2},     {0, good, 2},    {2, good, 11}, {11, good, 46}, {46, good, 163},
                 {163, good, 498}, {497, again, 7}, {0, again, 2}, {0, good, 2},   {2, good, 4},
                 {4, good, 7},     {7, good, 12},   {12, good, 21}};
  Memory memory;
  bool first = true;
  for (const auto& [days, grade, due] : reviews) {
    memory = first ? first_memory(grade) : next_memory(memory, days, grade);
    first = false;
    EXPECT_EQ(days_until_due(memory), due) << days;
  }
}

TEST(Memory, TheStateAfterSixReviewsIsThatOfThePublishedExample) {
  Memory memory = first_memory(again);
  for (const int days : {0, 1, 3, 8, 21}) memory = next_memory(memory, days, good);
  EXPECT_NEAR(memory.stability, 53.62691, 1e-4);
  EXPECT_NEAR(memory.difficulty, 6.3574867, 1e-4);
}

TEST(Memory, TheChanceToRecallIsNineTenthsWhenTheStabilityHasPassed) {
  const Memory memory{.stability = 2.3065, .difficulty = 5};
  EXPECT_DOUBLE_EQ(recall_chance(memory, 0), 1);
  EXPECT_NEAR(recall_chance(memory, 1), 0.946847, 1e-6);
  EXPECT_NEAR(recall_chance(memory, 2.3065), 0.9, 1e-12);
  EXPECT_NEAR(recall_chance(memory, 30), 0.667526, 1e-6);
}

TEST(Memory, NothingIsDueTodayOrInMoreThanAHundredYears) {
  EXPECT_EQ(days_until_due({.stability = 0.001, .difficulty = 10}), 1);
  EXPECT_EQ(days_until_due({.stability = 1e9, .difficulty = 1}), 36'500);
  Memory memory = first_memory(again);
  for (int i = 0; i < 1000; ++i) memory = next_memory(memory, i % 2, again);
  EXPECT_GE(memory.stability, 0.001);
  EXPECT_LE(memory.difficulty, 10);
}

}  // namespace
}  // namespace answers
