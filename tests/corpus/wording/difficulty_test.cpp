#include "corpus/wording/difficulty.h"

#include <gtest/gtest.h>

#include <string>

namespace answers {
namespace {

TEST(Difficulty, IsNamedInManyWays) {
  for (const char* easy :
       {"easy", "Easy", "[E]", "beginner", "👶", "★☆☆", "1/3", "Лёгкий", "简单", "(junior)", "L1"})
    EXPECT_EQ(difficulty_named(easy), "easy") << easy;
  for (const char* medium :
       {"Medium", "M", "⭐️", "★★☆", "2/3", "средний", "中等", "Intermediate"})
    EXPECT_EQ(difficulty_named(medium), "medium") << medium;
  for (const char* hard : {"hard", "H", "🚀", "★★★", "⭐⭐⭐", "Advanced", "困难", "5/5"})
    EXPECT_EQ(difficulty_named(hard), "hard") << hard;
  for (const char* none : {"", "x", "blue", "0/3", "1234", "[]"})
    EXPECT_EQ(difficulty_named(none), "") << none;
}

struct Taking {
  const char* question;
  const char* difficulty;
  const char* left;
};

TEST(Difficulty, IsTakenOffAQuestion) {
  for (const auto& [question, difficulty, left] : {
           Taking{"[H] Why?", "hard", "Why?"},
           Taking{"Import numpy (★☆☆)", "easy", "Import numpy"},
           Taking{"What is it? 👶", "easy", "What is it?"},
           Taking{"What is it? (Easy)", "easy", "What is it?"},
           Taking{"What is it? ⭐️", "medium", "What is it?"},
           Taking{"What is a norm (L1)", "", "What is a norm (L1)"},
           Taking{"Which distribution (normal)", "", "Which distribution (normal)"},
           Taking{"(e) What is it", "", "(e) What is it"},
           Taking{"[E]", "", "[E]"},
           Taking{"Why [here]?", "", "Why [here]?"},
       }) {
    std::string_view text = question;
    EXPECT_EQ(take_difficulty(text), difficulty) << question;
    EXPECT_EQ(text, left);
  }
}

}  // namespace
}  // namespace answers
