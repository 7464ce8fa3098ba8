#include "searcher/ranking/near_duplicates.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace answers {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<std::string> filler(std::size_t count) {
  std::vector<std::string> questions;
  for (std::size_t i = 0; i < count; ++i)
    questions.push_back("What is topic" + std::to_string(i) + " about?");
  return questions;
}

TEST(NearDuplicates, AreGroupedAndContrastsKeptApart) {
  std::vector<std::string> questions = filler(20);
  for (const char* question :
       {"How do you detect overfitting?", "How can overfitting be detected?",
        "Detecting overfitting: how?", "What is L1 regularization of linear regression good for?",
        "What is L2 regularization of linear regression good for?", "Who wrote this?"}) {
    questions.emplace_back(question);
  }
  const NearDuplicates found = find_near_duplicates(questions, 0.5);
  ASSERT_THAT(found.groups, SizeIs(1));
  EXPECT_THAT(found.groups[0].questions, ElementsAre(20, 21, 22));
  ASSERT_THAT(found.contrasts, SizeIs(1));
  EXPECT_EQ(found.contrasts[0].pair.first, 23U);
  EXPECT_EQ(found.contrasts[0].pair.second, 24U);
  EXPECT_EQ(found.contrasts[0].contrast.kind, Contrast::Kind::number);
}

TEST(NearDuplicates, AGroupHoldsNoTwoThatContrast) {
  std::vector<std::string> questions = filler(20);
  questions.emplace_back("Explain the gradient penalty of critics in version 1 networks");
  questions.emplace_back("Explain the gradient penalty of critics in networks");
  questions.emplace_back("Explain the gradient penalty of critics in version 2 networks");
  for (const auto& group : find_near_duplicates(questions, 0.5).groups) {
    EXPECT_FALSE(std::ranges::count(group.questions, 20U) &&
                 std::ranges::count(group.questions, 22U));
  }
}

TEST(NearDuplicates, TheSameWordsAreWhollySimilar) {
  std::vector<std::string> questions = filler(3);
  questions.emplace_back("Why does dropout help?");
  questions.emplace_back("why does **dropout** help");
  const auto pairs = similar_pairs(questions, 0.9);
  ASSERT_THAT(pairs, SizeIs(1));
  EXPECT_EQ(pairs[0].first, 3U);
  EXPECT_EQ(pairs[0].second, 4U);
  EXPECT_DOUBLE_EQ(pairs[0].similarity, 1);
}

TEST(NearDuplicates, ThePrefixFilterLosesNoPair) {
  // All pairs by brute force: a threshold just above nothing compares everything with everything.
  std::vector<std::string> questions;
  const char* const words[] = {"tree", "forest", "leaf", "root", "gain", "split", "depth", "prune"};
  for (unsigned i = 1; i < 256; ++i) {
    std::string question;
    for (unsigned bit = 0; bit < 8; ++bit) {
      if ((i >> bit & 1U) != 0) question += std::string(words[bit]) + ' ';
    }
    questions.push_back(question);
  }
  std::vector<SimilarPair> expected;
  for (const auto& pair : similar_pairs(questions, 1e-9)) {
    if (pair.similarity >= 0.7) expected.push_back(pair);
  }
  const auto found = similar_pairs(questions, 0.7);
  ASSERT_FALSE(found.empty());
  ASSERT_EQ(found.size(), expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    EXPECT_EQ(found[i].first, expected[i].first);
    EXPECT_EQ(found[i].second, expected[i].second);
  }
}

TEST(NearDuplicates, NothingIsLikeNothing) {
  EXPECT_THAT(similar_pairs({}, 0.5), IsEmpty());
  EXPECT_THAT(similar_pairs(std::vector<std::string>{"", "", "?"}, 0.5), IsEmpty());
  EXPECT_THAT(find_near_duplicates(std::vector<std::string>{"one question"}, 0.5).groups,
              IsEmpty());
}

TEST(NearDuplicates, ManyOfOneKindAreNotComparedWithEachOther) {
  // 40,000 that are the same and 40,000 that share all their words but one.
  std::vector<std::string> questions(40'000, "What is the output of this program?");
  for (std::size_t i = 0; i < 40'000; ++i)
    questions.push_back("What is the output of program " + std::to_string(i) + "?");
  const auto pairs = similar_pairs(questions, 0.6);
  EXPECT_GE(pairs.size(), 39'999U);
}

}  // namespace
}  // namespace answers
