#include "indexer/generations/index.h"

#include "indexer/building/index_writer.h"
#include "indexer/building/segments.h"
#include "indexer/commands/check_command.h"
#include "indexer/commands/index_talk.h"
#include "indexer/commands/status_command.h"
#include "indexer/generations/index_directory.h"
#include "indexer/generations/index_lock.h"
#include "indexer/schema.h"
#include "tests/indexer/support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <cerrno>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <thread>
#include <utility>

namespace answers {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;
using testing::ThrowsMessage;

/// A folder with a collection and the index of it.
class IndexTest : public testing::Test {
 protected:
  IndexSummary build(bool rebuild = false) {
    IndexOptions options;
    options.rebuild = rebuild;
    options.directory = index_path();
    options.collections = {folder / "notes"};
    options.wait = std::chrono::milliseconds(0);
    IndexListener silent;
    return index_collections(options, silent);
  }
  void write(std::string_view name, std::string_view text) {
    write_file(folder / "notes" / name, text);
  }
  fs::path index_path() const { return folder / "index"; }

  static std::set<std::string> ids(const Index& index) {
    std::set<std::string> found;
    const auto& database = index.database();
    for (auto posting = database.postlist_begin(""); posting != database.postlist_end("");
         ++posting)
      found.insert(index.record(*posting).id);
    return found;
  }
  std::set<std::string> ids() const { return ids(open_index({index_path()})); }

  TemporaryFolder folder;
};

std::string message_of(const fs::path& directory) try {
  open_index({directory});
  return {};
} catch (const IndexUnusable& error) {
  return error.what();
}

TEST_F(IndexTest, RecordsComeBackFromTheIndex) {
  write("a.jsonl", json_line("a", "What is dropout?", "A regulariser.") +
                       json_line("b", "What is boosting?", "Many weak learners."));
  const IndexSummary summary = build();
  EXPECT_EQ(summary.records, 2U);
  EXPECT_EQ(summary.generation, 1U);
  EXPECT_THAT(ids(), ElementsAre("a", "b"));
}

TEST_F(IndexTest, AReaderKeepsWhatItOpenedThroughLaterBuilds) {
  write("a.jsonl", json_line("a", "What is dropout?", "A regulariser."));
  build();
  const Index index = open_index({index_path()});
  for (const auto* id : {"b", "c", "d"}) {
    write("a.jsonl", json_line(id, "What is boosting?", "Many weak learners."));
    build();
  }
  EXPECT_THAT(ids(index), ElementsAre("a"));
  EXPECT_THAT(ids(), ElementsAre("d"));
}

TEST_F(IndexTest, TheLiveGenerationAndTheOneBeforeItAreKept) {
  write("a.jsonl", json_line("a", "What is dropout?", "A regulariser."));
  for (int i = 0; i < 4; ++i) build(true);
  EXPECT_EQ(current_generation(index_path()), 4U);
  EXPECT_THAT(finished_generations(index_path()), ElementsAre(3U, 4U));
}

TEST_F(IndexTest, ALinkLeadsToTheLiveGeneration) {
  const auto link = [this] { return fs::read_symlink(index_path() / "live").string(); };
  write("a.jsonl", json_line("a", "What is dropout?", "A regulariser."));
  build();
  EXPECT_EQ(link(), "gen-000001") << "relative: the index may be moved";
  build(true);
  EXPECT_EQ(link(), "gen-000002");
  // Xapian's own way to open it.
  EXPECT_EQ(Xapian::Database((index_path() / "live").string()).get_doccount(), 1U);
  fs::remove(index_path() / "live");
  EXPECT_FALSE(build().published);
  EXPECT_EQ(link(), "gen-000002") << "an index of before there was a link gets one";
  make_current(index_path(), 1);
  EXPECT_EQ(link(), "gen-000001");
}

TEST_F(IndexTest, WhoOpensTheLinkWhileItIsReplacedHasOneGeneration) {
  write("a.jsonl", json_line("a", "What is dropout?", "A regulariser."));
  build();
  write("b.jsonl", json_line("b", "What is boosting?", "Many weak learners."));
  build();
  std::map<std::size_t, Xapian::doccount> records;  // by what the head's metadata says
  const auto open = [&] {
    const Xapian::Database live((index_path() / "live").string());
    const auto manifest = live.get_metadata(std::string(schema::manifest_key)).size();
    return std::pair(manifest, live.get_doccount());
  };
  for (const std::uint64_t number : {1U, 2U}) {
    make_current(index_path(), number);
    records.insert(open());
  }
  std::atomic<bool> done = false;
  std::thread replacing([&] {
    for (unsigned i = 0; i < 400; ++i) make_current(index_path(), 1 + i % 2);
    done = true;
  });
  while (!done) {
    const auto [manifest, count] = open();
    EXPECT_EQ(count, records.at(manifest));
  }
  replacing.join();
}

TEST_F(IndexTest, LeftoversOfADeadBuilderAreSwept) {
  write("a.jsonl", json_line("a", "What is dropout?", "A regulariser."));
  build();
  write_file(index_path() / "gen-000002-0a1b2c3d.tmp" / "scratch", "x");
  write_file(index_path() / "CURRENT.tmp", "gen-0");
  fs::create_directory_symlink("gen-000009", index_path() / "live.tmp");
  write_file(index_path() / "mine.tmp", "not the index's");
  build();
  EXPECT_FALSE(fs::exists(index_path() / "gen-000002-0a1b2c3d.tmp"));
  EXPECT_FALSE(fs::exists(index_path() / "CURRENT.tmp"));
  EXPECT_FALSE(fs::is_symlink(index_path() / "live.tmp"));
  EXPECT_TRUE(fs::exists(index_path() / "mine.tmp"));
}

TEST_F(IndexTest, ASecondWriterIsToldWhoHoldsTheIndex) {
  write("a.jsonl", json_line("a", "What is dropout?", "A regulariser."));
  build();
  const IndexLock lock(index_path(), std::chrono::milliseconds(0));
  try {
    build();
    FAIL() << "two writers";
  } catch (const IndexLocked& error) {
    EXPECT_THAT(error.what(), HasSubstr("process " + std::to_string(getpid())));
  }
}

TEST_F(IndexTest, ADamagedGenerationIsReplacedByTheOneBeforeItWithAWarning) {
  write("a.jsonl", json_line("a", "What is dropout?", "A regulariser."));
  build();
  write("a.jsonl", json_line("b", "What is boosting?", "Many weak learners."));
  build();
  for (const auto& entry : fs::directory_iterator(index_path() / "gen-000002"))
    if (entry.path().filename() != "XAPIANDB") fs::resize_file(entry.path(), 100);
  const Index index = open_index({index_path()});
  EXPECT_THAT(ids(index), ElementsAre("a"));
  ASSERT_EQ(index.warnings().size(), 1U);
  EXPECT_THAT(index.warnings()[0], HasSubstr("generation 2"));
  EXPECT_THAT(index.warnings()[0], HasSubstr("check --repair"));
}

TEST_F(IndexTest, ALostOrDamagedCurrentIsReplacedByTheNewestGeneration) {
  write("a.jsonl", json_line("a", "What is dropout?", "A regulariser."));
  build();
  for (const std::string_view text : {"", "gen-", "../../etc/passwd\n", "gen-000099\n"}) {
    write_file(index_path() / "CURRENT", text);
    EXPECT_THAT(ids(), ElementsAre("a")) << text;
  }
  fs::remove(index_path() / "CURRENT");
  EXPECT_THAT(ids(), ElementsAre("a"));
}

TEST_F(IndexTest, NoIndexAndAnIndexOfAnotherVersionSayWhatToDo) {
  EXPECT_THAT(message_of(folder / "nothing"), HasSubstr("answers index PATH"));
  fs::create_directories(folder / "old" / "gen-000001");
  {
    Xapian::WritableDatabase old((folder / "scratch").string(), scratch_flags);
    old.set_metadata(std::string(schema::format_key), "0");
  }
  compact({folder / "scratch"}, folder / "old" / "gen-000001" / "head");
  write_file(folder / "old" / "CURRENT", "gen-000001\n");
  EXPECT_THAT(message_of(folder / "old"), HasSubstr("answers index --rebuild"));
}

TEST_F(IndexTest, CheckFindsDamageAndRepairBuildsAnew) {
  write("a.jsonl", json_line("a", "What is dropout?", "A regulariser."));
  build();
  CheckCommand command;
  command.index = index_path().string();
  std::ostringstream out;
  std::ostringstream talk;
  EXPECT_EQ(run_check(command, out, talk), 0);
  EXPECT_EQ(out.str(), "generation 1 (live): whole\n");
  for (const auto& entry : fs::directory_iterator(index_path() / "gen-000001")) {
    if (entry.path().filename().string().starts_with("segment")) {
      std::fstream file(entry.path(), std::ios::in | std::ios::out | std::ios::binary);
      file.seekp(8192);  // behind the head of the file
      file << std::string(fs::file_size(entry.path()) - 8192, 'x');
    }
  }
  EXPECT_EQ(run_check(command, out, talk), 3);
  EXPECT_THAT(talk.str(), HasSubstr("answers check --repair"));
  command.repair = true;
  EXPECT_EQ(run_check(command, out, talk), 0) << out.str() << talk.str();
  EXPECT_THAT(ids(), ElementsAre("a"));
}

TEST_F(IndexTest, CheckNamesWhatCurrentNamesAndIsNotThere) {
  write("a.jsonl", json_line("a", "What is dropout?", "A regulariser."));
  build();
  write_file(index_path() / "CURRENT", "gen-000099\n");
  CheckCommand command;
  command.index = index_path().string();
  std::ostringstream out;
  std::ostringstream talk;
  EXPECT_EQ(run_check(command, out, talk), 3);
  EXPECT_EQ(out.str(), "generation 1: whole\nCURRENT names gen-000099, which is not there\n");
}

TEST(FailureLine, SaysWhereWhatAndWhatToDo) {
  const auto error = [](std::errc code) {
    return std::system_error(std::make_error_code(code), "/srv/LOCK");
  };
  EXPECT_EQ(failure_line(error(std::errc::read_only_file_system)),
            "/srv/LOCK: Read-only file system; --index DIR puts the index elsewhere");
  EXPECT_THAT(failure_line(error(std::errc::no_space_on_device)), HasSubstr("make room"));
  EXPECT_THAT(failure_line(error(std::errc::no_lock_available)), HasSubstr("local disk"));
  EXPECT_THAT(failure_line(error(std::errc::io_error)), HasSubstr("the disk may be failing"));
  EXPECT_THAT(failure_line(error(std::errc::file_too_large)), HasSubstr("ulimit -f"));
  EXPECT_EQ(failure_line(fs::filesystem_error("cannot create", "/srv/x",
                                              std::make_error_code(std::errc::not_a_directory))),
            "/srv/x: Not a directory");
  EXPECT_THAT(failure_line(Xapian::DatabaseError("Error writing block", std::string(), ENOSPC)),
              HasSubstr("make room"));
}

TEST_F(IndexTest, StatusTellsWhatChangedOnDiskSince) {
  write("a.jsonl", json_line("a", "What is dropout?", "A regulariser."));
  write("b.jsonl", json_line("b", "What is boosting?", "Many weak learners."));
  build();
  StatusCommand command;
  command.indexes.names = {index_path().string()};
  std::ostringstream talk;
  std::ostringstream fresh;
  EXPECT_EQ(run_status(command, fresh, talk), 0);
  EXPECT_THAT(fresh.str(), HasSubstr("2 records in 2 files"));
  EXPECT_THAT(fresh.str(), HasSubstr("nothing changed"));
  write("a.jsonl", json_line("c", "What is bagging?", "Bootstrap."));
  write("c.jsonl", json_line("d", "What is momentum?", "A running mean."));
  fs::remove(folder / "notes" / "b.jsonl");
  std::ostringstream stale;
  run_status(command, stale, talk);
  EXPECT_THAT(stale.str(), HasSubstr("1 changed, 1 new, 1 gone"));
}

TEST_F(IndexTest, SeveralIndexesAreSearchedAsOne) {
  write("a.jsonl", json_line("a", "What is dropout?", "A regulariser."));
  build();
  fs::rename(index_path(), folder / "first");
  write("a.jsonl", json_line("b", "What is boosting?", "Many weak learners."));
  build();
  const Index both = open_index({folder / "first", index_path()});
  EXPECT_THAT(ids(both), ElementsAre("a", "b"));
  EXPECT_EQ(both.members().size(), 2U);
}

TEST_F(IndexTest, RecordsOfSeveralIndexesHaveTheirOwnPlaces) {
  const auto project = [this](const std::string& name, const std::string& id) {
    fs::create_directories(folder / name / ".answers");
    write_file(folder / name / (id + ".jsonl"), json_line(id, "What is " + id + "?", "It is."));
    IndexListener silent;
    index_collections({.directory = folder / name / ".answers", .collections = {folder / name}},
                      silent);
    return folder / name / ".answers";
  };
  const Index both = open_index({project("one", "a"), project("two", "b"), project("six", "c")});
  std::map<std::string, std::string> places;
  for (auto id = both.database().postlist_begin(""); id != both.database().postlist_end(""); ++id) {
    const Record record = both.record(*id);
    places[record.id] = record.place.path;
  }
  EXPECT_THAT(places, ElementsAre(Pair("a", (folder / "one/a.jsonl").string()),
                                  Pair("b", (folder / "two/b.jsonl").string()),
                                  Pair("c", (folder / "six/c.jsonl").string())));
}

TEST_F(IndexTest, AFolderWhereTheLinkIsToBeIsNamed) {
  write("a.jsonl", json_line("a", "What is a keel?", "The spine."));
  build();
  fs::remove(index_path() / "live");
  fs::create_directories(index_path() / "live" / "inside");
  write("a.jsonl", json_line("a", "What is a keel?", "The spine of it."));
  EXPECT_THAT([this] { build(); }, ThrowsMessage<IndexUnusable>(HasSubstr("live is a folder")));
  EXPECT_THAT(ids(), ElementsAre("a"));
}

}  // namespace
}  // namespace answers
