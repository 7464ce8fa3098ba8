#include "indexer/building/index_writer.h"
#include "indexer/generations/index.h"
#include "indexer/generations/index_averages.h"
#include "indexer/generations/index_directory.h"
#include "tests/indexer/support.h"

#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace answers {
namespace {

class Averages : public testing::Test {
 protected:
  IndexSummary index(const std::string& directory, const std::string& collection,
                     std::optional<AverageLengths> averages = {}, bool rebuild = false,
                     bool dry_run = false) const {
    IndexOptions options;
    options.directory = folder / directory;
    if (!collection.empty()) options.collections = {folder / collection};
    options.averages = averages;
    options.rebuild = rebuild;
    options.dry_run = dry_run;
    IndexListener silent;
    return index_collections(options, silent);
  }
  IndexAverages averages_of(const std::string& directory) const {
    return read_averages(open_index({folder / directory}).members().front().database);
  }
  /// id -> what "dropout" counts in that record
  std::map<std::string, unsigned> counts(const std::string& directory) const {
    const Index opened = open_index({folder / directory});
    const Xapian::Database& database = opened.database();
    std::map<std::string, unsigned> counts;
    for (auto at = database.postlist_begin("dropout"); at != database.postlist_end("dropout"); ++at)
      counts[opened.record(*at).id] = at.get_wdf();
    return counts;
  }
  TemporaryFolder folder;
  const std::string short_one = json_line("a", "What is dropout?", "Noise.");
  const std::string long_one =
      json_line("b", "Why does dropout help, and when does it not?",
                std::string(2000, 'x') + " dropout makes units less certain of one another.");
};

TEST_F(Averages, AMemberCountsAsTheWholeDoes) {
  write_file(folder / "all.jsonl", short_one + long_one);
  write_file(folder / "short.jsonl", short_one);
  index("all", "all.jsonl");
  index("short", "short.jsonl");
  EXPECT_NE(counts("short").at("a"), counts("all").at("a"));
  index("short", "", averages_of("all").lengths);
  EXPECT_EQ(counts("short").at("a"), counts("all").at("a"));
}

TEST_F(Averages, GivenOnesStayUntilOthersAreGivenOrAllIsMadeAfresh) {
  write_file(folder / "c.jsonl", short_one);
  index("index", "c.jsonl");
  const IndexAverages own = averages_of("index");
  EXPECT_FALSE(own.given);
  const AverageLengths given{64, 1024};

  const IndexSummary dry = index("index", "", given, false, true);
  EXPECT_EQ(dry.new_averages, given);
  EXPECT_EQ(averages_of("index"), own);

  const IndexSummary first = index("index", "", given);
  EXPECT_TRUE(first.published);
  EXPECT_EQ(first.new_averages, given);
  EXPECT_EQ(averages_of("index"), (IndexAverages{given, true}));
  EXPECT_FALSE(index("index", "", given).published);
  EXPECT_FALSE(index("index", "").published);

  write_file(folder / "c.jsonl", short_one + long_one);
  const IndexSummary grown = index("index", "");
  EXPECT_TRUE(grown.published);
  EXPECT_EQ(grown.new_averages, std::nullopt);
  EXPECT_EQ(averages_of("index"), (IndexAverages{given, true}));

  index("index", "c.jsonl", std::nullopt, true);
  EXPECT_FALSE(averages_of("index").given);
}

TEST_F(Averages, AnIndexWithGivenOnesEqualsOneBuiltAnew) {
  write_file(folder / "c.jsonl", short_one + long_one);
  index("old", "c.jsonl");
  index("old", "", AverageLengths{30, 500});
  index("new", "c.jsonl", AverageLengths{30, 500});
  const auto segments = [&](const std::string& directory) {
    std::vector<std::string> names;
    const Index opened = open_index({folder / directory});
    for (const auto& file : opened.members().front().files) {
      if (file.name.starts_with("segment-")) names.push_back(file.name);
    }
    return names;
  };
  EXPECT_EQ(segments("old"), segments("new"));
  EXPECT_EQ(counts("old"), counts("new"));
}

TEST_F(Averages, OwnOnesCanBeGiven) {
  write_file(folder / "c.jsonl", short_one);
  index("index", "c.jsonl");
  const AverageLengths own = averages_of("index").lengths;
  const IndexSummary summary = index("index", "", own);
  EXPECT_TRUE(summary.published);
  EXPECT_EQ(summary.new_averages, std::nullopt) << "segments stay";
  EXPECT_TRUE(averages_of("index").given);
}

TEST(TypedAverages, AreTwoLengths) {
  EXPECT_EQ(typed_averages("64,1024"), (AverageLengths{64, 1024}));
  EXPECT_EQ(typed_averages("53.8,1e3"), (AverageLengths{53.8, 1000}));
  for (const char* typed : {"", "64", "64,", ",64", "64,1024,3", "64 1024", "0,1024", "64,0.5",
                            "-1,5", "nan,1", "1,inf", "1e300,1", "notes/64,1024", "64,1024 "})
    EXPECT_EQ(typed_averages(typed), std::nullopt) << typed;
}

}  // namespace
}  // namespace answers
