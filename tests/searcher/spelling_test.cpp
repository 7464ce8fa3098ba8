#include "searcher/spelling.h"

#include <gtest/gtest.h>

namespace answers {
namespace {

TEST(EditDistance, CountsLettersAndSwaps) {
  struct Row {
    const char* one;
    const char* other;
    std::size_t distance;
  };
  constexpr Row rows[] = {
      {"tree", "tree", 0},     {"tree", "tre", 1},    {"tree", "trees", 1}, {"tree", "tere", 1},
      {"tree", "three", 1},    {"tree", "grew", 2},   {"tree", "graph", 3}, {"", "ab", 2},
      {"abcdef", "badcfe", 3}, {"ab", "abcdefgh", 3},
  };
  for (const auto& [one, other, distance] : rows)
    EXPECT_EQ(edit_distance(one, other, 2), distance) << one << ' ' << other;
}

}  // namespace
}  // namespace answers
