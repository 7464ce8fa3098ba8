#include "corpus/characters/byte_set.h"

#include <gtest/gtest.h>

namespace answers {
namespace {

TEST(ByteSet, HoldsItsBytesAlone) {
  constexpr ByteSet set("a\xFF ");
  for (int value = 0; value < 256; ++value) {
    const char byte = static_cast<char>(value);
    EXPECT_EQ(set.contains(byte), byte == 'a' || byte == '\xFF' || byte == ' ') << value;
  }
}

TEST(ByteSet, FindsTheFirstWithinAndBeyond) {
  constexpr ByteSet marks("*_");
  EXPECT_EQ(marks.first_in("a_b*"), 1U);
  EXPECT_EQ(marks.first_in("a_b*", 2), 3U);
  EXPECT_EQ(marks.first_in("ab"), 2U);
  EXPECT_EQ(marks.first_in("ab", 7), 7U);
  EXPECT_EQ(marks.first_beyond("**a*"), 2U);
  EXPECT_EQ(marks.first_beyond("**a*", 3), 4U);
  EXPECT_EQ(marks.first_beyond(""), 0U);
}

}  // namespace
}  // namespace answers
