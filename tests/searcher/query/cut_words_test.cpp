#include "searcher/query/cut_words.h"

#include "searcher/query/asking_words.h"
#include "searcher/query/everyday_words.h"
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
    for (const AskingWords& one : find_asking_words(text))
      found += '[' + std::string(text.substr(one.begin, one.end - one.begin)) + ']';
    return found;
  };
  EXPECT_EQ(in("Что такое пакет?"), "[Что такое]");
  EXPECT_EQ(in("選挙とは何ですか"), "[とは何ですか]");
  EXPECT_EQ(in("请问怎样翻转船"), "[请问][怎样]");
  EXPECT_EQ(in("锚是啥"), "[是啥]");
  EXPECT_EQ(in("船漏水怎么办"), "[怎么办]");
  EXPECT_EQ(in("帆の張り方を教えて"), "[教えて]");
  EXPECT_EQ(in("Qu'est-ce qu'une boucle ?"), "[Qu'est-ce qu]");
  EXPECT_EQ(in("wat is een lus"), "[wat is]");
  EXPECT_EQ(in("what is a loop"), "") << "has a list of function words";
  EXPECT_EQ(in("Tell me about a time you lost"), "[Tell me about a time you]");
  EXPECT_EQ(in("parapa"), "");
}

TEST(AskingWordsTest, SomeAskByTheirPlaceAlone) {
  const auto in = [](std::string_view text) {
    std::string found;
    for (const AskingWords& one : find_asking_words(text)) {
      if (one.place != AskingWords::Place::any)
        found += '[' + std::string(text.substr(one.begin, one.end - one.begin)) + ']';
    }
    return found;
  };
  EXPECT_EQ(in("Explain mooring"), "[Explain]");
  EXPECT_EQ(in("mooring meaning?"), "[meaning]");
  EXPECT_EQ(in("what does mooring mean"), "[mean]");
  EXPECT_EQ(in("how does an anchor work"), "[work]");
  EXPECT_EQ(in("reason for leaks"), "[reason for]");
  EXPECT_EQ(in("Anker einfach erklärt"), "[einfach erklärt]");
  EXPECT_EQ(in("объясни якорь"), "[объясни]");
  EXPECT_EQ(in("解释锚"), "[解释]");
  EXPECT_EQ(in("geometric mean"), "") << "no question";
  EXPECT_EQ(in("days of work"), "");
  EXPECT_EQ(in("what explain shows"), "");
  EXPECT_EQ(in("explain"), "") << "it is all there is";
  EXPECT_EQ(in("meaning"), "");
}

TEST(AskingWordsTest, WhatSomethingIsIsAskedInManyWays) {
  for (const std::string_view query :
       {"explain a keel", "tell me about a keel", "define a keel?", "a keel meaning",
        "a keel definition", "what does a keel mean", "a keel explained"})
    EXPECT_EQ(asked_plainly(query, find_asking_words(query)), "what is a keel") << query;
  for (const std::string_view query :
       {"what is a keel", "keel", "how does a keel work", "explain how a keel keeps a boat upright",
        "reason for leaks", "explain why a boat that has no keel at all turns over in the wind"})
    EXPECT_EQ(asked_plainly(query, find_asking_words(query)), std::nullopt) << query;
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
