#include "corpus/wording/asking.h"

#include <gtest/gtest.h>

namespace answers {
namespace {

TEST(HasQuestionMark, WhatAsksHasOne) {
  for (const char* text : {"Why?", "Go?", "Is it `x`?", "What does `?` mean?", "Warum (und wie)?",
                           "何?", "So what? Go on.", "What is it?:", "Est-ce vrai ?"})
    EXPECT_TRUE(has_question_mark(text)) << text;
}

TEST(HasQuestionMark, AMarkThatIsSpokenOfAsksNothing) {
  for (const char* text :
       {"The `?` operator", "Errors pass up with `?`", "%G?", "'%G?'", "N?",
        "Doubtful places (?) are marked", "Lines with [?] in them", "a ? b : c", "?", ""})
    EXPECT_FALSE(has_question_mark(text)) << text;
}

}  // namespace
}  // namespace answers
