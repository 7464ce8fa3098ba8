#include "searcher/ranking/spelling.h"

#include "indexer/building/index_writer.h"
#include "searcher/ranking/edit_distance.h"
#include "searcher/ranking/searcher.h"
#include "tests/indexer/support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>

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

TEST(IsInflection, KnowsTheRegularEndings) {
  struct Row {
    const char* word;
    const char* base;
    bool is_one;
  };
  constexpr Row rows[] = {
      {"programs", "program", true},
      {"boxes", "boxe", true},
      {"copies", "copy", true},
      {"copied", "copy", true},
      {"audited", "audit", true},
      {"audits", "audited", false},
      {"finding", "find", true},
      {"making", "make", true},
      {"used", "used", false},
      {"stopped", "stop", true},
      {"insertting", "insert", false},
      {"whoopiing", "whoopi", false},
      {"guiltly", "guilt", false},
      {"gases", "gas", false},
      {"", "", false},
      {"battering", "battery", false},
  };
  for (const auto& [word, base, is_one] : rows)
    EXPECT_EQ(is_inflection(word, base), is_one) << word << ' ' << base;
}

class SpellingTest : public testing::Test {
 protected:
  SpellingTest() {
    write_file(
        folder_ / "world.jsonl",
        json_line("heart", "Which road does the tin man follow?", "He wants a heart of his own.") +
            json_line("heap", "What is a heap?", "A heap is a tree with an order.") +
            json_line("heap2", "When is a heap slow?", "A heap is slow to search.") +
            json_line("heap3", "Who made the heap?", "The heap came with heapsort.") +
            json_line("home", "May I work from home?", "Home offices may be deducted.") +
            json_line("find", "Where do I find it?", "You will find a list of programs here.") +
            json_line("norm", "What did Ramsey prove?", "That order cannot be avoided."));
    index_collections({.directory = folder_ / "index", .collections = {folder_ / "world.jsonl"}},
                      silent_);
    searcher_.emplace(open_index({folder_ / "index"}));
  }

  std::string corrected(const std::string& query) {
    return searcher_->search(query, {}).query.corrected;
  }

  TemporaryFolder folder_;
  IndexListener silent_;
  std::optional<Searcher> searcher_;
};

TEST_F(SpellingTest, TheOtherWordsDecideBetweenNeighbours) {
  EXPECT_EQ(corrected("sort a heao"), "sort a heap");
  EXPECT_EQ(corrected("tin man wants a heat"), "tin man wants a heart");
}

TEST_F(SpellingTest, AWordOfThreeLettersIsMendedBesideOthers) {
  EXPECT_EQ(corrected("working from hom"), "working from home");
  EXPECT_EQ(corrected("hom"), "");
  EXPECT_EQ(corrected("working from HoM"), "");
}

TEST_F(SpellingTest, AWordNeedNotBeWrittenInThisInflection) {
  EXPECT_EQ(corrected("findimg programs"), "finding programs");
}

TEST_F(SpellingTest, AShortUnknownWordByItselfIsLeftAndItsNeighbourSuggested) {
  const auto results = searcher_->search("heal", {});
  EXPECT_EQ(results.query.corrected, "");
  ASSERT_FALSE(results.query.suggestions.empty());
  EXPECT_EQ(results.query.suggestions.front().query, "heap");
}

}  // namespace
}  // namespace answers
