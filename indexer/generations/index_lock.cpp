#include "indexer/generations/index_lock.h"

#include "corpus/characters/printable.h"
#include "indexer/generations/index_file.h"

#include <fmt/chrono.h>
#include <fmt/core.h>

#include <algorithm>
#include <cerrno>
#include <ctime>
#include <exception>
#include <fcntl.h>
#include <fstream>
#include <optional>
#include <string_view>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <thread>
#include <unistd.h>

namespace answers {
namespace fs = std::filesystem;
namespace {

std::string own_command_line() {
  std::ifstream file("/proc/self/cmdline", std::ios::binary);
  std::string words;
  for (std::string word; words.size() < 200 && std::getline(file, word, '\0');) {
    if (words.empty()) word = fs::path(word).filename().string();
    words += (words.empty() ? "" : " ") + word;
  }
  if (words.size() > 200) {
    words.resize(197);
    words += "…";
  }
  for (char& c : words) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  return words;
}

/// "process 4711 on host (answers index notes, since 2026-11-22 09:31:02)"
std::string own_name() {
  char host[256] = {};
  gethostname(host, sizeof host - 1);
  return fmt::format("process {} on {} ({}, since {:%F %T})", getpid(), host, own_command_line(),
                     fmt::localtime(std::time(nullptr)));
}

/// Whether `descriptor` is still the file that `path` names: the folder may have been removed and
/// made again while we waited.
bool is_still(int descriptor, const fs::path& path) {
  struct stat held {};
  struct stat named {};
  return fstat(descriptor, &held) == 0 && stat(path.c_str(), &named) == 0 &&
         held.st_ino == named.st_ino && held.st_dev == named.st_dev;
}

/// Whether the file has no other name, under which it may be anything.
bool has_one_name(int descriptor) {
  struct stat status {};
  return fstat(descriptor, &status) == 0 && status.st_nlink <= 1;
}

/// As the file says; nullopt when it cannot be read.
std::optional<std::string> holder_of(const fs::path& path) try {
  constexpr std::size_t longest = 4096;
  const std::string text = IndexFile(path).text(longest);
  return printable_line(text.substr(0, text.find('\n')));
} catch (const std::exception&) {
  return std::nullopt;
}

/// Opens the lock file, or makes it: a regular one and no link.
int open_lock(const fs::path& path) {
  const int descriptor =
      open(path.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0666);
  const int failed = descriptor < 0 ? errno : 0;
  struct stat status {};
  if (failed == 0 && fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode)) return descriptor;
  if (descriptor >= 0) close(descriptor);
  if (failed != 0 && failed != ELOOP && failed != ENXIO)
    throw std::system_error(failed, std::generic_category(), path.string());
  throw IndexUnusable(
      fmt::format("{} is a link or no file where an index has its lock; remove it", path.string()));
}

/// "process 4711 …", or that it is another one.
std::string named(const std::optional<std::string>& holder) {
  return !holder || holder->empty() ? "another process" : *holder;
}

}  // namespace

IndexLock::IndexLock(const fs::path& directory, std::chrono::milliseconds wait)
    : path_(directory / "LOCK") {
  const auto deadline = std::chrono::steady_clock::now() + wait;
  while (true) {
    descriptor_ = open_lock(path_);
    int failed = flock(descriptor_, LOCK_EX | LOCK_NB) == 0 ? 0 : errno;
    if (failed == 0 && is_still(descriptor_, path_)) break;
    close(descriptor_);
    if (failed != 0 && failed != EWOULDBLOCK && failed != EINTR)
      throw std::system_error(failed, std::generic_category(), path_.string());
    if (std::chrono::steady_clock::now() >= deadline) {
      throw IndexLocked(fmt::format(
          "the index {} is being written by {}; waited {:.3g} s, --wait SECONDS waits longer",
          directory.string(), named(holder_of(path_)),
          std::chrono::duration<double>(wait).count()));
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  is_written_ = has_one_name(descriptor_);
  if (!is_written_) return;
  std::string line = own_name() + '\n';
  // The name is a courtesy: on a full disk the lock holds without it.
  if (ftruncate(descriptor_, 0) != 0 ||
      pwrite(descriptor_, line.data(), line.size(), 0) != static_cast<ssize_t>(line.size()))
    return;
  line.pop_back();
  name_ = std::move(line);
}

IndexLock::~IndexLock() {
  char line[1024];  // no allocation: there may be no memory
  const auto count = pread(descriptor_, line, sizeof line, 0);
  const std::string_view holder(line, static_cast<std::size_t>(std::max<ssize_t>(0, count)));
  const bool is_ours = is_written_ && (name_.empty() || holder.starts_with(name_));
  if (is_ours && ftruncate(descriptor_, 0) != 0) errno = 0;
  close(descriptor_);
}

void IndexLock::expect_alone() const {
  const auto holder = holder_of(path_);
  if (name_.empty() || !holder || *holder == name_) return;
  throw IndexLocked(fmt::format(
      "the index {} was written by {} at the same time: its file system does not pass locks on; "
      "build it on one machine at a time, or --index DIR on a local disk",
      path_.parent_path().string(), named(holder)));
}

}  // namespace answers
