#include "corpus/wording/known_words.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace answers {
namespace {

constexpr std::string_view phrases[] = {"answer",       "Short reply", "l'ancre",
                                        "größe",        "3 sails",     "an exceedingly long reply",
                                        "Größere Boote"};
const KnownWords known(phrases);

TEST(KnownWords, ATextMayBeginWithTheFirstWordOfAPhrase) {
  for (const char* text : {"answer", "ANSWER: yes", "**Answer**", "> - ## short", "2. Answer",
                           "  (17) an", "L'eau", "sails", "an"})
    EXPECT_TRUE(known.may_begin(text)) << text;
}

TEST(KnownWords, AnotherWordBeginsNoPhrase) {
  for (const char* text : {"What is an answer?", "answers", "sho", "1. reply", "- keel", "an1",
                           "answer2", "3answers it"})
    EXPECT_FALSE(known.may_begin(text)) << text;
}

TEST(KnownWords, WhatIsBeyondAsciiOrNoWordMayBeAnything) {
  for (const char* text : {"größe", "Größte", "“What?”", "ａｎｓｗｅｒ", "", "***", "12 3.", "wär"})
    EXPECT_TRUE(known.may_begin(text)) << text;
}

TEST(KnownWords, AChineseWordIsKnownByItsFirstSign) {
  constexpr std::string_view chinese[] = {"答案", "欢迎 star", "mast"};
  const KnownWords words(chinese);
  for (const char* text : {"答案", "**答复**", "欢迎", "3. 答案：一", "mast", "《答案》", "か"})
    EXPECT_TRUE(words.may_begin(text)) << text;
  for (const char* text : {"什么是答案？", "- 一", "鿐", "star 欢迎"})
    EXPECT_EQ(words.may_begin(text), std::string_view(text) == "鿐") << text;
  EXPECT_TRUE(words.may_stand_in("参考 答案"));
  EXPECT_TRUE(words.may_stand_in("参考：答案"));
  EXPECT_FALSE(words.may_stand_in("参考答案 of sails"));
}

TEST(KnownWords, EveryWordOfATextIsLookedAt) {
  EXPECT_TRUE(known.may_stand_in("Here is the answer"));
  EXPECT_TRUE(known.may_stand_in("what-short"));
  EXPECT_TRUE(known.may_stand_in("the word für"));
  EXPECT_FALSE(known.may_stand_in("the answers, shorter, 12 reply"));
  EXPECT_FALSE(known.may_stand_in("* 1 2 3 *"));
  EXPECT_FALSE(known.may_stand_in(""));
}

TEST(KnownWords, ALongWordIsKnownByItsBeginning) {
  constexpr std::string_view lengthy[] = {"internationalisation"};
  EXPECT_TRUE(KnownWords(lengthy).may_begin("Internationalisation of sails"));
  EXPECT_FALSE(KnownWords(lengthy).may_begin("Internal matters"));
}

}  // namespace
}  // namespace answers
