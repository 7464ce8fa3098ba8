#include "corpus/characters/sixteen_bytes.h"

#include <gtest/gtest.h>

#include <string>

namespace answers {
namespace {

constexpr std::size_t longest = 50;  // bytes: three times sixteen and a rest

TEST(SixteenBytes, AByteIsFoundWhereverItStands) {
  const auto is_x = [](const Sixteen& bytes) { return bytes == 'x'; };
  for (std::size_t size = 0; size < longest; ++size) {
    const std::string none(size, '.');
    EXPECT_EQ(find_byte(none, 0, is_x), size);
    for (std::size_t place = 0; place < size; ++place) {
      std::string text = none;
      text[place] = 'x';
      for (std::size_t from = 0; from <= size; ++from)
        ASSERT_EQ(find_byte(text, from, is_x), from <= place ? place : size) << size << ' ' << from;
    }
  }
}

TEST(SixteenBytes, WhatStandsBehindTheTextIsNotFound) {
  const std::string text = "0123456789abcdefx";
  const auto is_x = [](const Sixteen& bytes) { return bytes == 'x'; };
  EXPECT_EQ(find_byte(std::string_view(text).substr(0, 16), 0, is_x), 16U);
  const auto is_nul = [](const Sixteen& bytes) { return bytes == 0; };
  EXPECT_EQ(find_byte("abc", 0, is_nul), 3U);
}

TEST(SixteenBytes, WhatStandsBehindTheLastOfAByteIsFound) {
  for (std::size_t size = 0; size < longest; ++size) {
    std::string text(size, '.');
    EXPECT_EQ(behind_last(text, 'x'), 0U);
    for (std::size_t place = 0; place < size; ++place) {
      text[place] = 'x';
      ASSERT_EQ(behind_last(text, 'x'), place + 1) << size;
      if (place > 2) text[place / 2] = 'y';
    }
  }
}

TEST(SixteenBytes, APairIsFoundWhereverItStands) {
  const auto is_xy = [](const Sixteen& one, const Sixteen& next) {
    return (one == 'x') & (next == 'y');
  };
  for (std::size_t size = 2; size < longest; ++size) {
    for (std::size_t place = 0; place + 1 < size; ++place) {
      std::string text(size, '.');
      text[place] = 'x';
      EXPECT_EQ(find_pair(text, 0, is_xy), size) << size << ' ' << place;
      text[place + 1] = 'y';
      for (std::size_t from = 0; from <= size; ++from)
        ASSERT_EQ(find_pair(text, from, is_xy), from <= place ? place : size)
            << size << ' ' << from;
      EXPECT_EQ(find_pair(std::string_view(text).substr(0, place + 1), 0, is_xy), place + 1);
    }
  }
}

TEST(SixteenBytes, APartIsHeldWhereItsBeginningStandsOftenBefore) {
  for (std::size_t before = 0; before < longest; ++before) {
    std::string text;
    for (std::size_t i = 0; i < before; ++i) text += "cit ";
    EXPECT_FALSE(holds(text, "cite"));
    EXPECT_TRUE(holds(text + "cite", "cite"));
    EXPECT_FALSE(holds(text + "cit", "cite"));
  }
}

}  // namespace
}  // namespace answers
