/// Every call by which a build changes the disk fails once, and fails from then on; allocations
/// fail; and at each call the power does, with what was not synced lost or torn. The calls are
/// those of this program: what stands here comes before the C library's, for Xapian and libstdc++
/// as well.

#include "indexer/building/index_writer.h"
#include "indexer/generations/index.h"
#include "indexer/generations/index_directory.h"
#include "tests/indexer/support.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstdint>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <new>
#include <random>
#include <sched.h>
#include <set>
#include <string>
#include <string_view>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace {

std::atomic<long> calls = 0;
std::atomic<long> failing_call = -1;  // -1 none
std::atomic<bool> failing_from_then_on = false;

std::atomic<long> power_fails_at = -1;  // -1 never

/// A file whose name ends so is read once, for its digest; whoever reads it then comes as far as
/// that, and the disk fails.
const char* unreadable = nullptr;
constexpr off_t readable_bytes = 64 << 10;
int times_begun = 0;

bool cannot_be_read(int file) {
  if (unreadable == nullptr) return false;
  char path[4096];
  const auto size = readlink(("/proc/self/fd/" + std::to_string(file)).c_str(), path, sizeof path);
  if (size <= 0 || !std::string_view(path, static_cast<std::size_t>(size)).ends_with(unreadable))
    return false;
  const off_t at = lseek(file, 0, SEEK_CUR);
  if (at == 0) ++times_begun;
  return times_begun > 1 && at >= readable_bytes;
}

/// What a disk may forget: all that was not synced. Names count as synced with their folder.
class UnsyncedDisk {
 public:
  void on_write(int file) { torn_.insert(path_of(file)); }
  void on_sync(int file) {
    const std::string path = path_of(file);
    torn_.erase(path);
    std::erase_if(changes_, [&](const Change& change) { return parent_of(change.path) == path; });
  }
  void on_new_name(const std::string& path) { changes_.push_back({path, "", "", false}); }
  void on_rename(const std::string& from, const std::string& to) {
    std::set<std::string> moved;
    for (const auto& path : torn_) moved.insert(after_rename(path, from, to));
    torn_ = std::move(moved);
    for (Change& change : changes_) change.path = after_rename(change.path, from, to);
    Change change{to, from, "", std::filesystem::is_regular_file(to)};
    if (change.replaces) {
      std::ifstream file(to, std::ios::binary);
      change.before.assign(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    changes_.push_back(std::move(change));
  }

  /// Loses what may be lost, some of it, and ends the process.
  [[noreturn]] void lose(unsigned seed) {
    std::minstd_rand random(seed);
    for (const auto& path : torn_) {
      struct stat status {};
      if (random() % 3 == 0 || stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode))
        continue;
      const auto size = static_cast<std::uint64_t>(status.st_size);
      if (truncate(path.c_str(), static_cast<off_t>(random() % (size + 1))) != 0) _exit(3);
    }
    // A journal keeps the order of names: what comes behind one that is lost is lost as well.
    const std::size_t kept = random() % (changes_.size() + 1);
    while (changes_.size() > kept) {
      const Change last = changes_.back();
      changes_.pop_back();
      undo(last);
      if (last.from.empty()) continue;
      for (Change& before : changes_) before.path = after_rename(before.path, last.path, last.from);
    }
    _exit(lost_power);
  }
  static constexpr int lost_power = 9;

 private:
  struct Change {
    std::string path;
    std::string from;  // empty: the name is new
    std::string before;
    bool replaces;
  };

  static std::string path_of(int file) {
    char path[4096];
    const auto size =
        readlink(("/proc/self/fd/" + std::to_string(file)).c_str(), path, sizeof path);
    return {path, static_cast<std::size_t>(std::max<ssize_t>(0, size))};
  }
  static std::string parent_of(const std::string& path) { return path.substr(0, path.rfind('/')); }
  static std::string after_rename(const std::string& path, const std::string& from,
                                  const std::string& to) {
    const bool moves = path == from || path.starts_with(from + '/');
    return moves ? to + path.substr(from.size()) : path;
  }
  static void undo(const Change& change) {
    if (change.from.empty()) {
      syscall(SYS_unlink, change.path.c_str());
      return;
    }
    syscall(SYS_rename, change.path.c_str(), change.from.c_str());
    if (!change.replaces) return;
    const long file =
        syscall(SYS_openat, AT_FDCWD, change.path.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0666);
    syscall(SYS_write, file, change.before.data(), change.before.size());
  }

  std::set<std::string> torn_;
  std::vector<Change> changes_;
};

/// Only where the power is to fail: one thread builds then.
UnsyncedDisk* disk = nullptr;

/// Whether the call that asks is to fail, with errno set.
bool fails() {
  const long number = calls++;
  if (disk != nullptr && number == power_fails_at) disk->lose(static_cast<unsigned>(number + 1));
  if (failing_call < 0) return false;
  if (failing_from_then_on ? number < failing_call : number != failing_call) return false;
  errno = number % 2 == 0 ? ENOSPC : EIO;
  return true;
}

std::atomic<long> allocations = 0;
std::atomic<long> failing_allocation = -1;  // and those next to it; -1 none
constexpr long allocations_that_fail = 40;

bool writes(int flags) { return (flags & (O_WRONLY | O_RDWR | O_CREAT)) != 0; }

template <typename... Arguments>
long changing(long number, Arguments... arguments) {
  return fails() ? -1 : syscall(number, arguments...);
}

int open_with(const char* path, int flags, mode_t mode) {
  if (writes(flags) && fails()) return -1;
  if (disk != nullptr && (flags & O_CREAT) != 0 && access(path, F_OK) != 0) disk->on_new_name(path);
  return static_cast<int>(syscall(SYS_openat, AT_FDCWD, path, flags, mode));
}

}  // namespace

// Not inlined: g++ would see free() of what new gave, and warn.
[[gnu::noinline]] void* operator new(std::size_t size) {
  const long number = allocations++;
  const long first = failing_allocation;
  const bool fails = first >= 0 && number >= first && number < first + allocations_that_fail;
  void* block = fails ? nullptr : std::malloc(std::max<std::size_t>(1, size));
  if (block == nullptr) throw std::bad_alloc();
  return block;
}
[[gnu::noinline]] void* operator new(std::size_t size, const std::nothrow_t& /*tag*/) noexcept {
  return std::malloc(std::max<std::size_t>(1, size));
}
[[gnu::noinline]] void operator delete(void* block) noexcept { std::free(block); }
[[gnu::noinline]] void operator delete(void* block, std::size_t /*size*/) noexcept {
  std::free(block);
}

extern "C" {
ssize_t read(int file, void* data, size_t size) {
  if (cannot_be_read(file)) {
    errno = EIO;
    return -1;
  }
  return syscall(SYS_read, file, data, size);
}
ssize_t write(int file, const void* data, size_t size) {
  if (disk != nullptr) disk->on_write(file);
  return file == STDERR_FILENO ? syscall(SYS_write, file, data, size)
                               : changing(SYS_write, file, data, size);
}
ssize_t writev(int file, const iovec* parts, int count) {
  if (disk != nullptr) disk->on_write(file);
  return changing(SYS_writev, file, parts, count);
}
ssize_t pwrite(int file, const void* data, size_t size, off_t at) {
  if (disk != nullptr) disk->on_write(file);
  return changing(SYS_pwrite64, file, data, size, at);
}
ssize_t pwrite64(int file, const void* data, size_t size, off64_t at) {
  if (disk != nullptr) disk->on_write(file);
  return changing(SYS_pwrite64, file, data, size, at);
}
int fsync(int file) {
  const int result = static_cast<int>(changing(SYS_fsync, file));
  if (disk != nullptr) disk->on_sync(file);
  return result;
}
int fdatasync(int file) {
  const int result = static_cast<int>(changing(SYS_fdatasync, file));
  if (disk != nullptr) disk->on_sync(file);
  return result;
}
int ftruncate(int file, off_t size) noexcept {
  return static_cast<int>(changing(SYS_ftruncate, file, size));
}
int mkdir(const char* path, mode_t mode) noexcept {
  return static_cast<int>(changing(SYS_mkdir, path, mode));
}
int link(const char* from, const char* to) noexcept {
  const int result = static_cast<int>(changing(SYS_link, from, to));
  if (disk != nullptr) disk->on_new_name(to);
  return result;
}
int rename(const char* from, const char* to) noexcept {
  if (fails()) return -1;
  if (disk != nullptr) disk->on_rename(from, to);
  return static_cast<int>(syscall(SYS_rename, from, to));
}
int open(const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = writes(flags) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return open_with(path, flags, mode);
}
int open64(const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = writes(flags) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return open_with(path, flags, mode);
}
}

namespace answers {
namespace {

namespace fs = std::filesystem;

class FailingWritesTest : public testing::Test {
 protected:
  static constexpr int records = 20;
#if defined(__SANITIZE_ADDRESS__)
  static constexpr long stride = 4;  // a sanitized build is slow
#else
  static constexpr long stride = 1;
#endif

  void put(int state) const {
    for (int file = 0; file < 2; ++file) {
      std::string lines;
      for (int i = 0; i < records / 2; ++i)
        lines += json_line(fmt::format("{}-{}-{}", state, file, i), fmt::format("What is {}?", i),
                           fmt::format("In state {} it is number {} of {}.", state, i, file));
      write_file(folder / "notes" / fmt::format("{}.jsonl", file), lines);
    }
  }
  static void update(const fs::path& index, const fs::path& notes, bool rebuild = false) {
    IndexOptions options;
    options.directory = index;
    options.collections = {notes};
    options.rebuild = rebuild;
    options.threads = 1;
    IndexListener silent;
    index_collections(options, silent);
  }
  void update(bool rebuild = false) const { update(folder / "index", folder / "notes", rebuild); }

  /// The state that the index holds; -1 a mixture or a damaged one.
  static int state(const fs::path& directory) {
    const Index index = open_index({directory});
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
  int state() const { return state(folder / "index"); }

  /// Runs `work` in a process of its own: 0 done, 1 it threw, else what it returned or 128 and
  /// more.
  template <typename Work>
  static int in_a_process(Work work) {
    const pid_t child = fork();
    if (child == 0) {
      int code = 1;
      try {
        code = work();
      } catch (...) {
        code = 1;
      }
      _exit(code);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }

  /// Lets each call of an update fail in turn.
  void fail_at_each_call(bool rebuild, bool from_then_on) {
    put(1);
    update();
    put(2);
    int failed = 0;
    for (long call = 0; call < 1000; call += stride) {
      const int code = in_a_process([&] {
        failing_from_then_on = from_then_on;
        calls = 0;
        failing_call = call;
        update(rebuild);
        return calls > call ? 0 : 2;  // 2: there are no more calls
      });
      const int now = state();
      ASSERT_TRUE(code == 1 ? now == 1 || now == 2 : now == 2)
          << "call " << call << " failed, exit code " << code << ", state " << now;
      failed += code == 1 ? 1 : 0;
      if (code == 2) break;
      if (now == 2) {  // it failed too late, or went on without it
        put(1);
        update();
        ASSERT_EQ(state(), 1) << "after call " << call;
        put(2);
      }
    }
    EXPECT_GT(failed, 20 / stride);
    update();
    EXPECT_EQ(state(), 2);
  }

  TemporaryFolder folder;
};

TEST_F(FailingWritesTest, AnUpdateOfWhichAnyOneCallFails) { fail_at_each_call(false, false); }
TEST_F(FailingWritesTest, ARebuildOfWhichAnyOneCallFails) { fail_at_each_call(true, false); }
TEST_F(FailingWritesTest, ARebuildOfWhichAllCallsFailFromSomeOneOn) {
  fail_at_each_call(true, true);
}

TEST_F(FailingWritesTest, ALossOfPowerAtAnyCallLeavesTheOldGenerationOrTheNewOneWhole) {
  int lost = 0;
  for (const bool rebuild : {false, true}) {
    put(1);
    update();
    put(2);
    for (long call = 0; call < 2000; call += stride) {
      const int code = in_a_process([&] {
        UnsyncedDisk forgetful;
        disk = &forgetful;
        calls = 0;
        power_fails_at = call;
        update(rebuild);
        return 2;  // there are no more calls
      });
      ASSERT_TRUE(code == UnsyncedDisk::lost_power || code == 2) << "call " << call;
      const int now = state();
      ASSERT_TRUE(now == 1 || now == 2) << "power failed at call " << call << ", state " << now;
      if (code == 2) break;
      ++lost;
      if (now == 2) {
        put(1);
        update();
        ASSERT_EQ(state(), 1) << "after call " << call;
        put(2);
      }
    }
  }
  EXPECT_GT(lost, 60 / stride);
}

TEST_F(FailingWritesTest, AnUpdateThatFindsNoMemoryLeavesTheLastGoodGeneration) {
  put(1);
  update();
  put(2);
  int failed = 0;
  int code = 0;
  for (long at = 0; code != 2; at += 1 + at / 16 * stride) {
    code = in_a_process([&] {
      allocations = 0;
      failing_allocation = at;
      update(true);
      return allocations > at ? 0 : 2;  // 2: there are no more allocations
    });
    const int now = state();
    ASSERT_TRUE(code == 1 ? now == 1 || now == 2 : now == 2)
        << "allocation " << at << " failed, exit code " << code << ", state " << now;
    failed += code == 1 ? 1 : 0;
    if (now == 2) {
      put(1);
      update();
      ASSERT_EQ(state(), 1) << "after allocation " << at;
      put(2);
    }
  }
  EXPECT_GT(failed, 20);
}

TEST_F(FailingWritesTest, WhatCouldBeReadInPartAloneIsReadAgain) {
  class Troubles : public IndexListener {
   public:
    void on_trouble(const Trouble& trouble) override { all.push_back(trouble.path); }
    std::vector<std::string> all;
  };
  std::string lines;
  for (int i = 0; i < 20'000; ++i)
    lines += json_line(std::to_string(i), fmt::format("What is {}?", i), "A number.");
  write_file(folder / "notes" / "a.jsonl", lines);
  write_file(folder / "notes" / "b.jsonl", json_line("b", "What is b?", "A letter."));
  IndexOptions options;
  options.directory = folder / "index";
  options.collections = {folder / "notes"};
  Troubles troubles;
  unreadable = "/a.jsonl";
  const IndexSummary first = index_collections(options, troubles);
  unreadable = nullptr;
  ASSERT_FALSE(troubles.all.empty());
  EXPECT_EQ(troubles.all.front(), (folder / "notes" / "a.jsonl").string());
  troubles.all.clear();
  EXPECT_GT(first.records, 1U);
  EXPECT_LT(first.records, 20'001U);
  // Neither its size nor its times have changed.
  const IndexSummary second = index_collections(options, troubles);
  EXPECT_EQ(second.files_read, 1U);
  EXPECT_EQ(second.records, 20'001U);
  EXPECT_EQ(index_collections(options, troubles).files_read, 0U);
  EXPECT_TRUE(troubles.all.empty());
}

/// In a file system of its own. Codes: 0 fine, 77 nothing can be mounted here.
template <typename Work>
int on_a_small_disk(const fs::path& at, const char* size, Work work) {
  if (unshare(CLONE_NEWNS) != 0 && unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) return 77;
  mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr);
  if (mount("tmpfs", at.c_str(), "tmpfs", 0, size) != 0) return 77;
  return work();
}

TEST_F(FailingWritesTest, AFullDiskLeavesTheLastGoodGeneration) {
  put(1);
  fs::create_directory(folder / "disk");
  const int code = in_a_process([&] {
    return on_a_small_disk(folder / "disk", "size=1m", [&] {
      const fs::path index = folder / "disk" / "index";
      update(index, folder / "notes");
      put(2);
      int failed = 0;
      for (int filled = 0; filled < 1024; filled += 16) {  // kB, less and less of which is left
        write_file(folder / "disk" / fmt::format("other-{}", filled), std::string(16 << 10, 'x'));
        try {
          update(index, folder / "notes", true);
        } catch (const std::system_error&) {
          ++failed;
        } catch (const Xapian::Error&) {
          ++failed;
        }
        if (state(index) < 1) return 2;
      }
      if (failed == 0) return 3;
      for (const auto& entry : fs::directory_iterator(folder / "disk")) {
        if (entry.path().filename() != "index") fs::remove(entry.path());
      }
      update(index, folder / "notes", true);
      return state(index) == 2 ? 0 : 4;
    });
  });
  if (code == 77) GTEST_SKIP() << "no file system can be mounted here";
  EXPECT_EQ(code, 0);
}

TEST_F(FailingWritesTest, AReadOnlyDiskIsSearchedAndNotWritten) {
  put(1);
  fs::create_directory(folder / "disk");
  const int code = in_a_process([&] {
    return on_a_small_disk(folder / "disk", "size=4m", [&] {
      const fs::path index = folder / "disk" / "index";
      update(index, folder / "notes");
      put(2);
      if (mount("tmpfs", (folder / "disk").c_str(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) != 0)
        return 77;
      try {
        update(index, folder / "notes");
        return 2;
      } catch (const std::system_error& error) {
        if (error.code() != std::errc::read_only_file_system) return 3;
      }
      return state(index) == 1 ? 0 : 4;
    });
  });
  if (code == 77) GTEST_SKIP() << "no file system can be mounted here";
  EXPECT_EQ(code, 0);
}

}  // namespace
}  // namespace answers
