#include "searcher/ranking/topics.h"

#include "indexer/building/index_writer.h"
#include "searcher/commands/search_log.h"
#include "tests/indexer/support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

namespace answers {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;

TEST(Topics, AreToldByTheWordsOfTheirRecords) {
  const TemporaryFolder folder;
  std::string world;
  for (int i = 0; i < 20; ++i) {
    const bool baking = i % 4 == 0;
    world += R"({"id":"r)" + std::to_string(i) + R"(","question":"What about number )" +
             std::to_string(i) + R"(?","answer":")" +
             (baking ? "The sourdough rests, then the oven." : "The engine and its piston turn.") +
             R"(","section":")" + (baking ? "Bread" : "Machines") + "\"}\n";
  }
  write_file(folder / "world.jsonl", world);
  write_file(folder / "open.md", "# FAQ\n\n## What is open?\n\n## Why?\n\nBecause.\n");
  IndexListener silent;
  index_collections(
      {.directory = folder / "index", .collections = {folder / "world.jsonl", folder / "open.md"}},
      silent);
  const Index index = open_index({folder / "index"});
  const TopicList sections = find_topics(index, "section", 2);
  ASSERT_EQ(sections.topics.size(), 2);
  EXPECT_EQ(sections.topics[0].name, "Machines");
  EXPECT_EQ(sections.topics[0].records, 15);
  EXPECT_THAT(sections.topics[0].words, Contains("piston"));
  EXPECT_EQ(sections.topics[1].name, "Bread");
  EXPECT_THAT(sections.topics[1].words, Contains("sourdough"));
  EXPECT_THAT(sections.topics[1].words, Not(Contains("number")));
  const auto files = unanswered_files(index);
  ASSERT_EQ(files.size(), 1);
  EXPECT_EQ(files[0].questions, 1);
  EXPECT_THAT(files[0].path, testing::EndsWith("open.md"));
}

TEST(SearchLog, CountsWhatFoundNothing) {
  const TemporaryFolder folder;
  setenv("XDG_STATE_HOME", folder.path().c_str(), 1);
  std::vector<std::size_t> troubled;
  const auto searches = [&](const std::string& index) {
    return failed_searches(folder / index,
                           [&](const Trouble& trouble) { troubled.push_back(trouble.line); });
  };
  EXPECT_TRUE(searches("a").empty());
  log_failed_search("Sourdough  bread", folder / "a", 0);
  log_failed_search("something else", folder / "b", 0);
  log_failed_search("rye", folder / "a", 1);
  log_failed_search("sourdough bread", folder / "a", 86400);
  write_file(search_log_path(), [&] {
    std::string text;
    std::ifstream file(search_log_path());
    std::getline(file, text, '\0');
    return text + "broken\n";
  }());
  const auto found = searches("a");
  ASSERT_EQ(found.size(), 2);
  EXPECT_EQ(found[0].query, "sourdough bread");
  EXPECT_EQ(found[0].times, 2);
  EXPECT_EQ(found[0].last, "1970-01-02T00:00:00Z");
  EXPECT_EQ(found[1].query, "rye");
  EXPECT_THAT(troubled, ElementsAre(5));
  unsetenv("XDG_STATE_HOME");
}

}  // namespace
}  // namespace answers
