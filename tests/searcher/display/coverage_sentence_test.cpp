#include "searcher/display/coverage_sentence.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace answers {
namespace {

Hit hit_with(double coverage, std::vector<std::string> lacks) {
  Hit hit;
  hit.rank = 1;
  hit.coverage = coverage;
  hit.lacks = std::move(lacks);
  return hit;
}

std::string sentence(std::vector<Hit> hits) {
  Results results;
  results.query.text = "reverse a list";
  results.hits = std::move(hits);
  return coverage_sentence(results);
}

TEST(CoverageSentence, SaysWhatTheBestHitLacks) {
  EXPECT_EQ(sentence({hit_with(0.65, {"reverse"})}),
            "no record has all of it: the best covers 65 % of the query, and nothing of reverse");
  EXPECT_EQ(sentence({hit_with(0.3, {"guitar", "chords"}), hit_with(0.5, {"guitar"})}),
            "no record has all of it: the best covers 30 % of the query, and nothing of guitar, "
            "chords");
  EXPECT_EQ(sentence({hit_with(0.3, {})}),
            "no record has all of it: the best covers 30 % of the query");
  EXPECT_EQ(sentence({hit_with(0.6, {"list"}), hit_with(1, {})}),
            "the best covers 60 % of the query, and nothing of list");
}

TEST(CoverageSentence, IsEmptyWhereThereIsNothingToSay) {
  EXPECT_EQ(sentence({}), "");
  EXPECT_EQ(sentence({hit_with(0.7, {})}), "") << "an everyday word is missing, or a long query's";
  EXPECT_EQ(sentence({hit_with(0, {})}), "") << "no word was asked for";
  Hit later = hit_with(0.3, {"guitar"});
  later.rank = 11;
  EXPECT_EQ(sentence({later}), "");
  Results related;
  related.hits = {hit_with(0.3, {})};
  EXPECT_EQ(coverage_sentence(related), "") << "no query";
}

}  // namespace
}  // namespace answers
