#include "indexer/building/index_writer.h"

#include "indexer/building/segments.h"
#include "indexer/generations/index.h"
#include "indexer/generations/index_directory.h"
#include "indexer/generations/index_lock.h"
#include "indexer/schema.h"
#include "tests/indexer/support.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace answers {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

class Troubles : public IndexListener {
 public:
  void on_trouble(const Trouble& trouble) override { all.push_back(trouble); }
  std::vector<Trouble> all;
};

class IndexWriterTest : public testing::Test {
 protected:
  IndexSummary index(std::string_view directory, bool rebuild = false, bool dry_run = false) {
    IndexOptions options;
    options.directory = folder / directory;
    options.collections = {folder / "notes"};
    options.rebuild = rebuild;
    options.dry_run = dry_run;
    troubles.all.clear();
    return index_collections(options, troubles);
  }
  IndexSummary update() { return index("index"); }
  fs::path note(std::string_view name) const { return folder / "notes" / name; }

  /// Everything that a search may depend on: each record with its postings, in order.
  std::vector<std::string> content(std::string_view directory) const {
    const Index opened = open_index({folder / directory});
    const Xapian::Database& database = opened.database();
    std::vector<std::string> documents;
    std::map<Xapian::docid, std::size_t> number;
    for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
      const Record record = opened.record(*at);
      number[*at] = documents.size();
      documents.push_back(fmt::format("{} {}:{} {} | {} |", record.id, record.place.path,
                                      record.place.line, record.question, record.answer));
    }
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
      for (auto at = database.postlist_begin(*term); at != database.postlist_end(*term); ++at)
        documents[number[*at]] += fmt::format(" {}*{}", *term, at.get_wdf());
    }
    return documents;
  }
  std::vector<std::string> ids() const {
    std::vector<std::string> found;
    for (const auto& document : content("index"))
      found.push_back(document.substr(0, document.find(' ')));
    std::ranges::sort(found);
    return found;
  }

  TemporaryFolder folder;
  Troubles troubles;
};

TEST_F(IndexWriterTest, CountsWhatIsNewChangedAndGone) {
  write_file(note("a.jsonl"), json_line("a", "What is dropout?", "A regulariser.") +
                                  json_line("b", "What is boosting?", "Many weak learners."));
  write_file(note("b.jsonl"), json_line("c", "What is bagging?", "Bootstrap, then average."));
  IndexSummary summary = update();
  EXPECT_EQ(summary.added, 3U);
  EXPECT_EQ(summary.files_read, 2U);

  write_file(note("a.jsonl"), json_line("a", "What is dropout?", "Noise on the units.") +
                                  json_line("d", "What is momentum?", "A running mean."));
  fs::remove(note("b.jsonl"));
  summary = update();
  EXPECT_EQ(summary.records, 2U);
  EXPECT_EQ(summary.added, 1U);
  EXPECT_EQ(summary.changed, 1U);
  EXPECT_EQ(summary.gone, 2U);
  EXPECT_EQ(summary.files_read, 1U);
  EXPECT_EQ(summary.files_gone, 1U);
  EXPECT_THAT(ids(), ElementsAre("a", "d"));
}

TEST_F(IndexWriterTest, XapianIsKeptFromPackingWhatIsPacked) {
  write_file(note("a.jsonl"), json_line("a", "What is dropout?", "A regulariser."));
  const std::uint64_t before = deflations_prevented();
  update();
  EXPECT_GT(deflations_prevented(), before);
}

TEST_F(IndexWriterTest, WhatDidNotChangeIsNotReadAgainAndMakesNoGeneration) {
  write_file(note("a.jsonl"), json_line("a", "What is dropout?", "A regulariser."));
  update();
  fs::last_write_time(note("a.jsonl"), fs::file_time_type::clock::now() - std::chrono::hours(1));
  update();  // same bytes, another time: noted
  const IndexSummary summary = update();
  EXPECT_EQ(summary.files_read, 0U);
  EXPECT_FALSE(summary.published);
  EXPECT_EQ(summary.records, 1U);
}

TEST_F(IndexWriterTest, AnEditOfTheSameSizeAndTimeIsSeenRightAfterAnUpdate) {
  write_file(note("a.jsonl"), json_line("a", "What is dropout?", "A regulariser."));
  const auto time = fs::last_write_time(note("a.jsonl"));
  update();
  write_file(note("a.jsonl"), json_line("b", "What is dropout?", "A regulariser."));
  fs::last_write_time(note("a.jsonl"), time);
  update();
  EXPECT_THAT(ids(), ElementsAre("b"));
}

TEST_F(IndexWriterTest, AFileFromTheFutureIsComparedByItsBytes) {
  // The clock was set back, or the file comes from a machine whose clock is ahead.
  const auto later = fs::file_time_type::clock::now() + std::chrono::hours(24);
  write_file(note("a.jsonl"), json_line("a", "What is dropout?", "A regulariser."));
  fs::last_write_time(note("a.jsonl"), later);
  update();
  write_file(note("a.jsonl"), json_line("b", "What is dropout?", "A regulariser."));
  fs::last_write_time(note("a.jsonl"), later);
  update();
  EXPECT_THAT(ids(), ElementsAre("b"));
}

TEST_F(IndexWriterTest, CollectionsAreAddedToTheIndexAndRebuildStartsAfresh) {
  write_file(folder / "first.jsonl", json_line("a", "What is dropout?", "A regulariser."));
  write_file(folder / "second.jsonl", json_line("b", "What is boosting?", "Weak learners."));
  IndexOptions options;
  options.directory = folder / "index";
  for (const auto* name : {"first.jsonl", "second.jsonl"}) {
    options.collections = {folder / name};
    index_collections(options, troubles);
  }
  EXPECT_THAT(ids(), ElementsAre("a", "b"));
  write_file(folder / "first.jsonl", json_line("c", "What is bagging?", "Bootstrap."));
  options.collections.clear();  // all of them
  index_collections(options, troubles);
  EXPECT_THAT(ids(), ElementsAre("b", "c"));
  options.collections = {folder / "second.jsonl"};
  options.rebuild = true;
  index_collections(options, troubles);
  EXPECT_THAT(ids(), ElementsAre("b"));
}

/// Gives the index in `directory`, of generation 1, the format of a version without checksums.
void make_older(const fs::path& directory) {
  const fs::path head = directory / "gen-000001" / "head";
  const fs::path scratch = directory / "gen-000001" / "older";
  {
    const Xapian::Database now(head.string());
    Xapian::WritableDatabase older(scratch.string());
    for (auto key = now.metadata_keys_begin(); key != now.metadata_keys_end(); ++key)
      older.set_metadata(*key, now.get_metadata(*key));
    older.set_metadata(std::string(schema::format_key), "0");
  }
  fs::remove(head);
  fs::remove(head.parent_path() / checksums_name);
  compact({scratch}, head);
}

TEST_F(IndexWriterTest, AnIndexOfAnotherFormatIsMadeAnewOfAllItsCollections) {
  const fs::path more = folder / "more.jsonl";
  write_file(note("a.jsonl"), json_line("a", "What is dropout?", "A regulariser."));
  write_file(more, json_line("b", "What is boosting?", "Many weak learners."));
  for (const bool rebuild : {false, true}) {
    fs::remove_all(folder / "index");
    IndexOptions options;
    options.directory = folder / "index";
    options.collections = {folder / "notes", more};
    index_collections(options, troubles);
    make_older(options.directory);
    EXPECT_THROW(open_index({options.directory}), IndexUnusable);
    options.rebuild = rebuild;
    options.collections.clear();
    if (!rebuild) options.collections = {folder / "notes"};
    EXPECT_EQ(index_collections(options, troubles).records, 2U);
    EXPECT_THAT(content("index"), SizeIs(2));
  }
}

TEST_F(IndexWriterTest, ACollectionThatIsNotThereKeepsItsRecords) {
  write_file(note("a.jsonl"), json_line("a", "What is dropout?", "A regulariser."));
  update();
  fs::rename(folder / "notes", folder / "elsewhere");  // a disk that is not mounted
  const IndexSummary summary = update();
  EXPECT_TRUE(summary.collection_missing);
  EXPECT_THAT(troubles.all, SizeIs(1));
  EXPECT_THAT(ids(), ElementsAre("a"));
}

TEST_F(IndexWriterTest, IdenticalRecordsAreKeptOnceAndComeBackWhenTheFirstIsGone) {
  const std::string line = json_line("a", "What is dropout?", "A regulariser.");
  write_file(note("a.jsonl"), line);
  write_file(note("b.jsonl"), line + json_line("b", "What is boosting?", "Weak learners."));
  const IndexSummary summary = update();
  EXPECT_EQ(summary.records, 2U);
  EXPECT_EQ(summary.identical, 1U);
  fs::remove(note("a.jsonl"));
  update();
  EXPECT_THAT(ids(), ElementsAre("a", "b"));
}

TEST_F(IndexWriterTest, FilesThatShareIdsInAChainAreAllReadAgain) {
  constexpr int files = 300;
  for (int i = 0; i < files; ++i) {
    write_file(note(fmt::format("{:03}.jsonl", i)),
               json_line(fmt::format("{}", i), "What is dropout?", "A regulariser.") +
                   json_line(fmt::format("{}", i + 1), "What is dropout?", "A regulariser."));
  }
  EXPECT_EQ(update().records, std::uint64_t{files} + 1);
  write_file(note("000.jsonl"), json_line("0", "What is dropout?", "Noise."));
  const IndexSummary summary = update();
  EXPECT_EQ(summary.files_read, std::uint64_t{files});
  EXPECT_EQ(summary.records, std::uint64_t{files} + 1);
}

TEST_F(IndexWriterTest, AFileHasOneNameHoweverItsCollectionIsTyped) {
  write_file(note("deep/a.jsonl"), json_line("a", "What is dropout?", "A regulariser."));
  const fs::path working_folder = fs::current_path();
  fs::current_path(folder / "notes");
  IndexOptions options;
  options.directory = folder / "index";
  std::uint64_t read = 0;
  for (const auto& typed :
       {folder / "notes", fs::path("."), fs::path("./"), fs::path("deep"), fs::path("deep//"),
        fs::path("../notes"), fs::path("deep/a.jsonl"), folder / "notes" / "." / "deep" / ".."}) {
    options.collections = {typed};
    read += index_collections(options, troubles).files_read;
  }
  fs::current_path(working_folder);
  EXPECT_EQ(read, 1U);
  EXPECT_THAT(content("index"), SizeIs(1));
}

TEST_F(IndexWriterTest, ABuilderThatIsNotAloneInSpiteOfTheLockGivesUpAndSaysWhy) {
  // As on a network file system that keeps locks to one machine.
  class Intruder : public Troubles {
   public:
    explicit Intruder(fs::path lock) : lock_(std::move(lock)) {}
    void on_progress(const IndexProgress& progress) override {
      if (progress.phase == IndexProgress::Phase::indexing)
        write_file(lock_, "process 1 on elsewhere (answers index, since 2026-11-22 09:31:02)\n");
    }

   private:
    const fs::path lock_;
  };
  write_file(note("a.jsonl"), json_line("a", "What is dropout?", "A regulariser."));
  update();
  write_file(note("a.jsonl"), json_line("b", "What is boosting?", "Weak learners."));
  Intruder intruder(folder / "index" / "LOCK");
  IndexOptions options;
  options.directory = folder / "index";
  options.collections = {folder / "notes"};
  try {
    index_collections(options, intruder);
    FAIL() << "it went on";
  } catch (const IndexLocked& error) {
    EXPECT_THAT(error.what(), HasSubstr("process 1 on elsewhere"));
  }
  EXPECT_THAT(ids(), ElementsAre("a"));
  update();
  EXPECT_THAT(ids(), ElementsAre("b"));
}

TEST_F(IndexWriterTest, TheFilesOfTheIndexAreNoCollection) {
  write_file(note("a.jsonl"), json_line("a", "What is dropout?", "A regulariser."));
  write_file(note("index-of-things.jsonl"), json_line("b", "What is boosting?", "Weak learners."));
  IndexOptions options;
  options.directory = folder / "notes" / "index";
  options.collections = {folder / "notes"};
  index_collections(options, troubles);
  EXPECT_EQ(index_collections(options, troubles).files, 2U);
}

TEST(SegmentsOf, GoesByBytesAndByRecords) {
  const auto mib = [](std::uint64_t number) { return number << 20; };
  EXPECT_EQ(segments_of(0, 0), 1U);
  EXPECT_EQ(segments_of(mib(10), 10'000), 1U);
  EXPECT_EQ(segments_of(mib(11), 100'000), 4U) << "an update shall not rewrite all of them";
  EXPECT_EQ(segments_of(mib(98), 100'000), 5U);
  EXPECT_EQ(segments_of(mib(10'000), 10'000'000), 5U) << "a query asks each";
}

TEST_F(IndexWriterTest, AnIdThatStandsForTwoRecordsKeepsBothAndNamesThem) {
  write_file(note("a.jsonl"), json_line("1", "What is dropout?", "A regulariser."));
  write_file(note("b.jsonl"), json_line("1", "What is boosting?", "Weak learners."));
  update();
  ASSERT_THAT(troubles.all, SizeIs(1));
  EXPECT_THAT(troubles.all[0].path, HasSubstr("b.jsonl"));
  EXPECT_THAT(troubles.all[0].what, HasSubstr("a.jsonl:1"));
  const auto both = ids();
  ASSERT_THAT(both, SizeIs(2));
  EXPECT_EQ(both[0], "1");
  EXPECT_THAT(both[1], testing::StartsWith("1~"));
}

TEST_F(IndexWriterTest, AMovedFileKeepsItsIds) {
  write_file(note("a.jsonl"), R"({"question": "What is dropout?", "answer": "A regulariser."})"
                              "\n");
  update();
  const auto before = ids();
  fs::rename(note("a.jsonl"), note("z.jsonl"));
  update();
  EXPECT_EQ(ids(), before);
}

TEST_F(IndexWriterTest, ADryRunChangesNothing) {
  write_file(note("a.jsonl"), json_line("a", "What is dropout?", "A regulariser."));
  update();
  write_file(note("b.jsonl"), json_line("b", "What is boosting?", "Weak learners."));
  const IndexSummary summary = index("index", false, true);
  EXPECT_EQ(summary.added, 1U);
  EXPECT_FALSE(summary.published);
  EXPECT_EQ(current_generation(folder / "index"), 1U);
  EXPECT_THAT(ids(), ElementsAre("a"));
}

TEST_F(IndexWriterTest, AnIndexThatWasStoppedIsAsItWas) {
  write_file(note("a.jsonl"), json_line("a", "What is dropout?", "A regulariser."));
  update();
  write_file(note("a.jsonl"), json_line("b", "What is boosting?", "Weak learners."));
  const std::atomic<bool> stop = true;
  IndexOptions options;
  options.directory = folder / "index";
  options.collections = {folder / "notes"};
  options.stop = &stop;
  EXPECT_THROW(index_collections(options, troubles), Interrupted);
  EXPECT_THAT(ids(), ElementsAre("a"));
  EXPECT_THAT(finished_generations(folder / "index"), ElementsAre(1U));
}

/// A collection that is edited at random: files come, go, move and change; records are shared
/// between files, and so are ids.
class RandomEdits {
 public:
  RandomEdits(fs::path notes, unsigned seed) : notes_(std::move(notes)), random_(seed) {}

  void edit() {
    for (std::size_t i = 0; i < 1 + below(4); ++i) {
      const fs::path file = notes_ / fmt::format("{}.jsonl", below(8));
      switch (below(5)) {
        case 0:
          fs::remove(file);
          break;
        case 1:
          if (fs::exists(file)) fs::rename(file, notes_ / fmt::format("{}.jsonl", below(8)));
          break;
        case 2: {
          write_file(file, records() + records());
          break;
        }
        default:
          write_file(file, records());
      }
    }
    write_file(notes_ / "always.jsonl", json_line("always", "Is there one at least?", "Yes."));
  }

 private:
  std::size_t below(std::size_t limit) { return random_() % limit; }
  std::string records() {
    std::string lines;
    for (std::size_t i = 0; i < below(7); ++i) {
      const auto number = below(30);
      const std::string id = below(4) == 0 ? fmt::format("{}", below(5)) : std::to_string(number);
      lines += json_line(
          id, fmt::format("What is number {}?", number),
          std::string(1 + below(3), 'x') + " is what it is, " + std::to_string(number * number));
    }
    return lines;
  }

  fs::path notes_;
  std::mt19937 random_;
};

TEST_F(IndexWriterTest, WhatAnotherFileAnswersIsReadAgainWithIt) {
  const auto replies = [](std::string_view text) {
    return R"({"name": "Hours", "fallbackIntent": false, "responses": [{"messages": [{"type": 0, "speech": ")" +
           std::string(text) + "\"}]}]}";
  };
  write_file(note("b.jsonl"), json_line("b", "What is boosting?", "Many weak learners."));
  write_file(note("Hours_usersays_en.json"), R"([{"data": [{"text": "when do you open?"}]}])");
  EXPECT_EQ(update().unanswered, 1U);
  write_file(note("Hours.json"), replies("At nine."));  // it was missing
  EXPECT_EQ(update().added, 1U);
  write_file(note("Hours.json"), replies("At ten o'clock."));
  EXPECT_EQ(update().changed, 1U);
  index("anew", true);
  EXPECT_EQ(content("index"), content("anew"));
  fs::remove(note("Hours.json"));
  EXPECT_EQ(update().gone, 1U);
}

TEST_F(IndexWriterTest, WhatWasNotUnderstoodIsReadAgainWhereItIsWantedSo) {
  write_file(note("a.csv"), "nr;kwestie;uitleg\n1;Waar?;Daar.\n2;Wie?;Ik.\n3;Wat?;Dit.\n");
  write_file(note("b.jsonl"), json_line("b", "What is boosting?", "Many weak learners."));
  EXPECT_EQ(update().records, 1U);
  EXPECT_EQ(update().files_read, 0U);
  IndexOptions options;
  options.directory = folder / "index";
  options.retry = true;
  EXPECT_EQ(index_collections(options, troubles).files_read, 1U);
}

TEST_F(IndexWriterTest, AnUpdatedIndexEqualsOneBuiltAnew) {
  for (unsigned seed = 0; seed < 3; ++seed) {
    RandomEdits edits(folder / "notes", seed);
    for (int step = 0; step < 12; ++step) {
      edits.edit();
      index("index");
      index("anew", true);
      ASSERT_EQ(content("index"), content("anew")) << "seed " << seed << ", step " << step;
    }
    fs::remove_all(folder / "notes");
  }
}

}  // namespace
}  // namespace answers
