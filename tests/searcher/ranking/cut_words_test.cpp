#include "searcher/ranking/cut_words.h"

#include "searcher/ranking/asking_words.h"
#include "searcher/ranking/everyday_words.h"
#include "searcher/ranking/resemblance.h"

#include <gtest/gtest.h>

#include <cmath>

namespace answers {
namespace {

TEST(CutWordsTest, WhatAbbreviatesWhat) {
  for (const auto& [cut, word] :
       std::initializer_list<std::pair<const char*, const char*>>{{"std", "standard"},
                                                                  {"dev", "deviation"},
                                                                  {"db", "database"},
                                                                  {"autoenc", "autoencoder"}})
    EXPECT_TRUE(abbreviates(cut, word)) << cut << ' ' << word;
  for (const auto& [cut, word] : std::initializer_list<std::pair<const char*, const char*>>{
           {"std", "std"}, {"log", "logs"}, {"init", "insight"}, {"db", "bad"}, {"d", "deviation"}})
    EXPECT_FALSE(abbreviates(cut, word)) << cut << ' ' << word;
}

TEST(AskingWordsTest, WhereTheyStand) {
  const auto in = [](std::string_view text) {
    std::string found;
    for (const auto& [begin, end] : find_asking_words(text))
      found += '[' + std::string(text.substr(begin, end - begin)) + ']';
    return found;
  };
  EXPECT_EQ(in("Что такое пакет?"), "[Что такое]");
  EXPECT_EQ(in("選挙とは何ですか"), "[とは何ですか]");
  EXPECT_EQ(in("Qu'est-ce qu'une boucle ?"), "[Qu'est-ce qu]");
  EXPECT_EQ(in("wat is een lus"), "[wat is]");
  EXPECT_EQ(in("what is a loop"), "") << "has a list of function words";
  EXPECT_EQ(in("Tell me about a time you lost"), "[Tell me about a time you]");
  EXPECT_EQ(in("parapa"), "");
}

TEST(EverydayWordsTest, CommonWordsTellLess) {
  EXPECT_LT(most_information("time", "en"), most_information("prevent", "en"));
  EXPECT_LT(most_information("prevented", "en"), 6);
  EXPECT_TRUE(std::isinf(most_information("overfitting", "en")));
  EXPECT_LT(most_information("жизнь", "ru"), 5);
  EXPECT_TRUE(std::isinf(most_information("", "en")));
}

TEST(ResemblanceTest, FromNothingToTheSame) {
  const Trigrams question("How do I tie a knot?");
  EXPECT_NEAR(question.resemblance(Trigrams("how do i tie a KNOT")), 1, 1e-6);
  EXPECT_GT(question.resemblance(Trigrams("How are knots tied?")),
            question.resemblance(Trigrams("What is rope made of?")));
  EXPECT_EQ(question.resemblance(Trigrams("")), 0);
  EXPECT_EQ(Trigrams("").resemblance(Trigrams("")), 0);
  EXPECT_EQ(question.resemblance(Trigrams("узел")), 0);
}

}  // namespace
}  // namespace answers
