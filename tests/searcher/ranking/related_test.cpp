#include "searcher/ranking/related.h"

#include "indexer/building/index_writer.h"
#include "indexer/generations/document.h"
#include "tests/indexer/support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace answers {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class RelatedTest : public testing::Test {
 protected:
  RelatedTest() {
    write_file(folder_ / "world.jsonl",
               json_line("dropout", "Why does dropout help?",
                         "It is regularization: units cannot rely on each other.") +
                   json_line("decay", "How is weight decay related to dropout?",
                             "Both are regularization of a network.") +
                   json_line("norm", "What is batch normalization?", "Scaling within a batch.") +
                   json_line("why", "Why does the sky look blue?", "Scattering of light.") +
                   json_line("penalty", "What does an L2 penalty do?",
                             "It shrinks the weights: regularization.") +
                   R"({"question": "What is a tree?", "answer": "A graph without cycles."})"
                   "\n"
                   R"({"question": "What is a tree?", "answer": "Nodes and edges of a graph."})"
                   "\n" +
                   json_line("graph", "What is a graph?", "Nodes and edges; a tree is one."));
    index_collections({.directory = folder_ / "index", .collections = {folder_ / "world.jsonl"}},
                      silent_);
    index_.emplace(open_index({folder_ / "index"}));
  }

  std::vector<std::string> related(const std::string& question, std::size_t limit = 10) {
    std::vector<std::string> ids;
    for (const auto& hit : find_related(*index_, record(question), limit).hits)
      ids.push_back(hit.record.question);
    return ids;
  }
  Record record(const std::string& question) {
    const Xapian::Database& all = index_->database();
    for (auto id = all.postlist_begin(""); id != all.postlist_end(""); ++id) {
      Record found = index_->record(*id);
      if (found.question == question) return found;
    }
    throw std::out_of_range(question);
  }

  TemporaryFolder folder_;
  IndexListener silent_;
  std::optional<Index> index_;
};

TEST_F(RelatedTest, SharedTellingTermsBringQuestionsNear) {
  EXPECT_THAT(
      related("Why does dropout help?"),
      ElementsAre("How is weight decay related to dropout?", "What does an L2 penalty do?"));
}

TEST_F(RelatedTest, FunctionWordsDoNot) {
  EXPECT_THAT(related("Why does the sky look blue?"), IsEmpty());
}

TEST_F(RelatedTest, OtherAnswersToTheSameQuestionAreLeftOutAndOthersFolded) {
  EXPECT_THAT(related("What is a tree?"), ElementsAre("What is a graph?"));
  EXPECT_THAT(related("What is a graph?"), ElementsAre("What is a tree?"));
}

TEST_F(RelatedTest, AtMostAsManyAsAskedFor) {
  EXPECT_THAT(related("Why does dropout help?", 1),
              ElementsAre("How is weight decay related to dropout?"));
  EXPECT_THAT(related("Why does dropout help?", 0), IsEmpty());
}

TEST_F(RelatedTest, ScoreAndCoverageAreShares) {
  const Results results = find_related(*index_, record("Why does dropout help?"), 10);
  ASSERT_FALSE(results.hits.empty());
  for (const auto& hit : results.hits) {
    EXPECT_GT(hit.score, 0);
    EXPECT_LE(hit.score, 1.5) << "a shorter record may score above the record itself";
    EXPECT_GT(hit.coverage, 0);
    EXPECT_LE(hit.coverage, 1);
  }
}

/// Ten matters of twelve words each, of which a record has four: 400 of them. A word stands in some
/// of all matters.
std::string matters() {
  const auto word = [](std::size_t matter, std::size_t number) {
    return std::string("x") + "abcdefghij"[matter] + "abcdefghijkl"[number % 12] + "x ";
  };
  std::string world;
  for (std::size_t i = 0; i < 400; ++i) {
    const std::size_t turn = i / 10;
    const std::size_t step = turn / 12 + 1;
    world +=
        json_line(std::to_string(i), "Number " + std::to_string(i),
                  word(i % 10, turn) + word(i % 10, turn + step) + word(i % 10, turn + 2 * step) +
                      word(i % 10, turn + 5 * step) + (i % 13 == 0 ? "stray" : ""));
  }
  return world;
}

TEST(RelatedByMatterTest, AWordInCommonIsNotEnoughWhereTheMattersDiffer) {
  const TemporaryFolder folder;
  write_file(folder / "world.jsonl", matters() +
                                         json_line("boat", "Number 400", "xaax xabx xacx stray") +
                                         json_line("near", "Number 401", "xaax xadx xaex xafx") +
                                         json_line("far", "Number 402", "xbax xbbx xbcx stray"));
  IndexListener silent;
  index_collections({.directory = folder / "index", .collections = {folder / "world.jsonl"}},
                    silent);
  const Index index = open_index({folder / "index"});
  const Record boat = index.record(*index.database().postlist_begin(filter_term("id", "boat")));
  for (const Hit& hit : find_related(index, boat, 50).hits) EXPECT_NE(hit.record.id, "far");
}

}  // namespace
}  // namespace answers
