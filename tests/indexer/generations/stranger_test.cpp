// What somebody else may have put into the folder of an index.
#include "indexer/building/index_writer.h"
#include "indexer/commands/check_command.h"
#include "indexer/generations/index.h"
#include "indexer/generations/index_check.h"
#include "indexer/generations/index_directory.h"
#include "indexer/generations/index_lock.h"
#include "tests/indexer/support.h"
#include "tests/support/without_privilege.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>
#include <string>
#include <sys/stat.h>

namespace answers {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

TEST(Stranger, NoPathOfAnIndexReachesXapian) {
  // A constructor, check or compaction that is given a text. What is allowed is scratch of this
  // process, opened as glass whatever stands there.
  const std::regex given_a_path(
      R"re((Xapian::(Writable)?Database(::check)?\s*\w*[({]|\.compact\()[^;]*(path|string\(\)|folder|")[^;]*)re");
  const std::regex scratch("scratch_flags|DB_BACKEND_GLASS");
  std::size_t files = 0;
  for (const char* floor : {"indexer", "searcher"}) {
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(SOURCE_FOLDER) / floor)) {
      if (entry.path().extension() != ".cpp") continue;
      ++files;
      const std::string text = text_of(entry.path());
      for (std::sregex_iterator at(text.begin(), text.end(), given_a_path), end; at != end; ++at) {
        const std::string statement = at->str();
        EXPECT_TRUE(std::regex_search(statement, scratch)) << entry.path() << ": " << statement;
      }
    }
  }
  EXPECT_GT(files, 40U);
}

class StrangerTest : public testing::Test {
 protected:
  IndexSummary build(std::string_view id = "a") {
    write_file(folder / "notes" / "a.jsonl",
               json_line(id, "What is dropout?", "A regulariser of layers."));
    IndexOptions options;
    options.directory = index_path();
    options.collections = {folder / "notes"};
    options.wait = std::chrono::milliseconds(0);
    IndexListener silent;
    return index_collections(options, silent);
  }
  fs::path index_path() const { return folder / "index"; }
  fs::path file_of(std::uint64_t generation, std::string_view name) const {
    return index_path() / generation_name(generation) / name;
  }
  /// The one record's id, and how often one was warned.
  using Found = std::pair<std::string, std::size_t>;
  Found what_is_found() const {
    const Index index = open_index({index_path()});
    return {index.record(*index.database().postlist_begin("")).id, index.warnings().size()};
  }
  std::string complaint() const try {
    open_index({index_path()});
    return {};
  } catch (const IndexUnusable& error) {
    return error.what();
  }
  int check(bool repair = false) {
    out.str("");
    talk.str("");
    return run_check({.index = index_path().string(), .repair = repair}, out, talk);
  }

  TemporaryFolder folder;
  std::ostringstream out;
  std::ostringstream talk;
};

TEST_F(StrangerTest, ALinkOrAPipeInPlaceOfAFileIsNotOpened) {
  for (const bool pipe : {false, true}) {
    for (const char* name : {"head", "checksums", "collections", "XAPIANDB"}) {
      fs::remove_all(index_path());
      build();
      const fs::path file = file_of(1, name);
      fs::rename(file, folder / "elsewhere");
      if (pipe) {
        mkfifo(file.c_str(), 0600);
      } else {
        fs::create_symlink(folder / "elsewhere", file);
      }
      EXPECT_THAT(complaint(), HasSubstr("where an index has a file")) << name;
      EXPECT_EQ(check(), 3) << name;
      EXPECT_THAT(out.str(), HasSubstr(name));
      EXPECT_EQ(check(true), 0) << name << out.str() << talk.str();
      EXPECT_EQ(what_is_found(), Found("a", 0));
      fs::remove(folder / "elsewhere");
    }
  }
}

TEST_F(StrangerTest, CurrentAsALinkIsRefused) {
  build();
  fs::rename(index_path() / "CURRENT", folder / "elsewhere");
  fs::create_symlink(folder / "elsewhere", index_path() / "CURRENT");
  EXPECT_THAT(complaint(), HasSubstr("CURRENT is a link"));
}

TEST_F(StrangerTest, WhatIsWrittenNeverGoesThroughALink) {
  build();
  write_file(folder / "precious", "do not touch");
  for (const char* name : {"LOCK", "CURRENT.tmp"}) {
    fs::remove(index_path() / name);
    fs::create_symlink(folder / "precious", index_path() / name);
    try {
      build("b");
    } catch (const IndexUnusable& error) {
      EXPECT_THAT(error.what(), HasSubstr("LOCK is a link"));
      fs::remove(index_path() / name);
    }
    EXPECT_EQ(text_of(folder / "precious"), "do not touch") << name;
  }
  fs::remove(index_path() / "LOCK");
  fs::create_hard_link(folder / "precious", index_path() / "LOCK");
  build("c");
  EXPECT_EQ(text_of(folder / "precious"), "do not touch");
  EXPECT_EQ(what_is_found(), Found("c", 0));
}

TEST_F(StrangerTest, AnIndexFoundUpwardsIsOnesOwnAndNoLink) {
  build();
  const fs::path before = fs::current_path();
  fs::create_directory(folder / "work");
  fs::create_directory_symlink(index_path(), folder / "work" / ".answers");
  fs::current_path(folder / "work");
  EXPECT_THROW(find_index(""), IndexUnusable);
  EXPECT_EQ(find_index(".answers"), ".answers");
  fs::remove(folder / "work" / ".answers");
  fs::create_directory(folder / "work" / ".answers");
  EXPECT_EQ(find_index(""), fs::canonical(folder / "work") / ".answers");
  if (geteuid() == 0 && chown((folder / "work" / ".answers").c_str(), 12345, 12345) == 0) {
    try {
      find_index("");
      ADD_FAILURE() << "the folder of somebody else";
    } catch (const IndexUnusable& error) {
      EXPECT_THAT(error.what(), HasSubstr("belongs to another user"));
      EXPECT_THAT(error.what(), HasSubstr("--index"));
    }
  }
  fs::current_path(before);
}

TEST_F(StrangerTest, WithoutAHomeThereIsASentenceAndNoIndexInTheWorkingDirectory) {
  const fs::path before = fs::current_path();
  fs::current_path(folder.path());
  const std::string home = std::getenv("HOME") != nullptr ? std::getenv("HOME") : "";
  unsetenv("HOME");
  unsetenv("XDG_DATA_HOME");
  EXPECT_THROW(find_index(""), IndexUnusable);
  setenv("HOME", home.c_str(), 1);
  fs::current_path(before);
}

TEST_F(StrangerTest, CurrentIsReadStrictly) {
  build();
  build("b");
  for (const char* text : {"gen-000001", "gen-1\n", "gen-000001\n\n", " gen-000001\n",
                           "gen-000001x\n", "gen-0000001\n", "gen--00001\n"}) {
    write_file(index_path() / "CURRENT", text);
    EXPECT_FALSE(current_generation(index_path())) << text;
    EXPECT_EQ(what_is_found(), Found("b", 1)) << text;
  }
}

TEST_F(StrangerTest, ACurrentThatNamesTooLowANumberCostsNothing) {
  build();
  build("b");
  for (const char* text : {"gen-000001\n", "gen-000000\n", ""}) {
    write_file(index_path() / "CURRENT", text);
    EXPECT_EQ(what_is_found().first, "b") << text;
    EXPECT_EQ(check(), 3) << text;     // and says so
    fs::remove_all(folder / "notes");  // this update fails: nothing is there to be read
    IndexOptions options;
    options.directory = index_path();
    options.collections = {folder / "notes"};
    IndexListener silent;
    index_collections(options, silent);
    EXPECT_EQ(what_is_found().first, "b") << text;
  }
}

TEST_F(StrangerTest, RepairTakesTheLockBeforeItLooks) {
  build();
  write_file(index_path() / "CURRENT", "gen-000009\n");
  const IndexLock writer(index_path(), std::chrono::milliseconds(0));
  EXPECT_THROW(check(true), IndexLocked);
  EXPECT_THAT(out.str(), IsEmpty());
}

TEST_F(StrangerTest, RepairRemovesADamagedGenerationBeforeTheLiveOne) {
  build();
  build("b");
  fs::resize_file(file_of(1, "head"), 100);
  EXPECT_EQ(check(), 3);
  EXPECT_THAT(out.str(), HasSubstr("generation 1: head: it has 100 bytes instead of"));
  EXPECT_EQ(check(true), 0);
  EXPECT_THAT(finished_generations(index_path()), ElementsAre(2U));
  EXPECT_EQ(check(), 0);
}

TEST_F(StrangerTest, TheCollectionsAreKnownWithoutTheHead) {
  build();
  fs::remove(file_of(1, "head"));
  EXPECT_THAT(read_collections(index_path(), 1), ElementsAre((folder / "notes").string()));
  EXPECT_EQ(check(true), 0) << talk.str();
  EXPECT_EQ(what_is_found(), Found("a", 0));
}

TEST_F(StrangerTest, AFileThatMayNotBeReadIsNotCalledDamaged) {
  build();
  fs::permissions(file_of(1, "head"), fs::perms::none);
  without_privilege(folder.path(),
                    [this] { EXPECT_THROW(open_index({index_path()}), std::system_error); });
}

TEST_F(StrangerTest, AnUpdateMendsWhatItFindsDamaged) {
  build();
  build("b");
  for (const auto& entry : fs::directory_iterator(index_path() / "gen-000002")) {
    if (is_segment(entry.path().filename().string())) fs::resize_file(entry.path(), 8192);
  }
  class Troubles : public IndexListener {
   public:
    void on_trouble(const Trouble& trouble) override { all.push_back(trouble.what); }
    std::vector<std::string> all;
  } troubles;
  IndexOptions options;
  options.directory = index_path();
  options.collections = {folder / "notes"};
  index_collections(options, troubles);
  EXPECT_THAT(troubles.all, SizeIs(1));
  EXPECT_EQ(what_is_found(), Found("b", 0));
  EXPECT_EQ(check(), 0) << out.str();
}

}  // namespace
}  // namespace answers
