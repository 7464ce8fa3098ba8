#include "indexer/building/index_writer.h"
#include "indexer/generations/index.h"
#include "indexer/generations/index_check.h"
#include "indexer/generations/index_directory.h"
#include "tests/indexer/support.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <functional>
#include <random>
#include <string>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace answers {
namespace {

namespace fs = std::filesystem;

/// A collection with two states, and an index that holds one of them whole, whatever happens.
class CrashTest : public testing::Test {
 protected:
  static constexpr int records = 300;

  void put(int state) {
    for (int file = 0; file < 3; ++file) {
      std::string lines;
      for (int i = 0; i < records / 3; ++i)
        lines += json_line(fmt::format("{}-{}-{}", state, file, i), fmt::format("What is {}?", i),
                           fmt::format("In state {} it is number {} of file {}.", state, i, file));
      write_file(folder / "notes" / fmt::format("{}.jsonl", file), lines);
    }
  }
  void update(bool rebuild = false) const {
    IndexOptions options;
    options.directory = folder / "index";
    options.collections = {folder / "notes"};
    options.rebuild = rebuild;
    IndexListener silent;
    index_collections(options, silent);
  }
  /// The state that the index holds; -1 a mixture or something else.
  int state() const {
    const Index index = open_index({folder / "index"});
    const auto& database = index.database();
    if (!index.warnings().empty() || database.get_doccount() != records) return -1;
    int found = -2;
    for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
      const int of_record = index.record(*at).id.front() - '0';
      if (found != -2 && found != of_record) return -1;
      found = of_record;
    }
    return found;
  }

  /// Runs `work` in a process of its own; returns it as waitpid() tells.
  static pid_t start(const std::function<void()>& work) {
    const pid_t child = fork();
    if (child != 0) return child;
    try {
      work();
    } catch (...) {
      _exit(1);
    }
    _exit(0);
  }
  static int wait_for(pid_t child) {
    int status = 0;
    waitpid(child, &status, 0);
    return status;
  }

  TemporaryFolder folder;
};

TEST_F(CrashTest, ABuildThatIsKilledLeavesTheLastGoodGeneration) {
  // ANSWERS_KILLS=500 is what a release is held to.
  const char* wanted = std::getenv("ANSWERS_KILLS");
  const int kills = wanted != nullptr ? std::atoi(wanted) : 40;
  put(1);
  const auto begin = std::chrono::steady_clock::now();
  update();
  const auto one_build = std::chrono::duration_cast<std::chrono::microseconds>(
      std::chrono::steady_clock::now() - begin);
  std::mt19937 random(1);
  int before = 1;
  int survived = 0;
  for (int i = 0; i < kills; ++i) {
    put(3 - before);
    const pid_t child = start([&] { update(i % 2 == 0); });
    std::this_thread::sleep_for(one_build * static_cast<long>(random() % 1300) / 1000);
    kill(child, SIGKILL);
    wait_for(child);
    const int now = state();
    ASSERT_TRUE(now == before || now == 3 - before) << "after kill " << i << ": " << now;
    survived += now == before ? 1 : 0;
    before = now;
  }
  EXPECT_GT(survived, 0) << "no kill came in time";
  put(1);
  update();
  EXPECT_EQ(state(), 1);
  EXPECT_TRUE(check_generation(folder / "index", *current_generation(folder / "index")).empty());
  for (const auto& entry : fs::directory_iterator(folder / "index"))
    EXPECT_NE(entry.path().extension(), ".tmp") << entry.path();
}

TEST_F(CrashTest, ABuildThatFindsNoRoomLeavesTheLastGoodGeneration) {
  put(1);
  update();
  put(2);
  int failed = 0;
  for (rlim_t bytes = 0; bytes < 200'000; bytes += 12'000) {
    const pid_t child = start([&] {
      std::signal(SIGXFSZ, SIG_IGN);  // so that writing fails as on a full disk
      const rlimit limit{bytes, bytes};
      setrlimit(RLIMIT_FSIZE, &limit);
      update();
    });
    const int status = wait_for(child);
    ASSERT_TRUE(WIFEXITED(status)) << "with " << bytes << " bytes";
    if (WEXITSTATUS(status) == 0) break;
    ++failed;
    ASSERT_EQ(state(), 1) << "with " << bytes << " bytes";
  }
  EXPECT_GT(failed, 3);
  update();
  EXPECT_EQ(state(), 2);
}

TEST_F(CrashTest, ReadersSeeOneStateOrTheOtherThroughRebuilds) {
  put(1);
  update();
  std::vector<pid_t> readers;
  for (int i = 0; i < 8; ++i) {
    readers.push_back(start([&] {
      while (!fs::exists(folder / "done")) {
        if (state() < 1) _exit(2);
      }
    }));
  }
  for (int i = 0; i < 50; ++i) {
    put(1 + i % 2);
    update(true);
  }
  write_file(folder / "done", "");
  for (const pid_t reader : readers) EXPECT_EQ(wait_for(reader), 0);
}

TEST_F(CrashTest, TwoBuildersAtOnceTakeTurns) {
  put(1);
  std::vector<pid_t> builders;
  for (int i = 0; i < 3; ++i) builders.push_back(start([&] { update(true); }));
  for (const pid_t builder : builders) EXPECT_EQ(wait_for(builder), 0);
  EXPECT_EQ(state(), 1);
  EXPECT_EQ(current_generation(folder / "index"), 3U);
}

}  // namespace
}  // namespace answers
