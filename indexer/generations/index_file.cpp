#include "indexer/generations/index_file.h"

#include <fmt/core.h>
#include <xxhash.h>

#include <cerrno>
#include <fcntl.h>
#include <memory>
#include <new>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace answers {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t window_bytes = std::size_t{64} << 10;

[[noreturn]] void fail(const fs::path& path) {
  throw std::system_error(errno, std::generic_category(), path.string());
}

[[noreturn]] void refuse(const fs::path& path, std::string_view what) {
  throw IndexUnusable(
      fmt::format("{} is {} where an index has a file; it is not opened, put the file in its place",
                  path.string(), what));
}

/// Reads up to `size` bytes at `offset`; 0 at the end.
std::size_t read_at(int descriptor, const fs::path& path, char* to, std::size_t size,
                    std::uint64_t offset) {
  while (true) {
    const auto count = pread(descriptor, to, size, static_cast<off_t>(offset));
    if (count >= 0) return static_cast<std::size_t>(count);
    if (errno != EINTR) fail(path);
  }
}

}  // namespace

IndexFile::IndexFile(const fs::path& path)
    : path_(path), descriptor_(open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)) {
  if (descriptor_ < 0 && errno == ELOOP) refuse(path, "a link");
  if (descriptor_ < 0 && errno == ENXIO) refuse(path, "a socket or a device");
  if (descriptor_ < 0) fail(path);
  struct stat status {};
  const bool is_file = fstat(descriptor_, &status) == 0 && S_ISREG(status.st_mode);
  if (!is_file) {
    close(descriptor_);
    refuse(path, "something else");
  }
  size_ = static_cast<std::uint64_t>(status.st_size);
}

IndexFile::~IndexFile() {
  if (descriptor_ >= 0) close(descriptor_);
}

IndexFile IndexFile::again() const {
  const int descriptor = fcntl(descriptor_, F_DUPFD_CLOEXEC, 0);
  if (descriptor < 0) fail(path_);
  return {path_, descriptor, size_};
}

std::size_t IndexFile::read(std::uint64_t offset, std::span<char> to) const {
  std::size_t filled = 0;
  while (filled < to.size()) {
    const std::size_t count =
        read_at(descriptor_, path_, to.data() + filled, to.size() - filled, offset + filled);
    if (count == 0) break;
    filled += count;
  }
  return filled;
}

std::string IndexFile::text(std::size_t most) const {
  if (size_ > most) {
    throw IndexUnusable(fmt::format("{} is damaged: it has {} bytes", path_.string(), size_));
  }
  std::string text(size_, '\0');
  text.resize(read(0, text));
  return text;
}

std::string IndexFile::digest() const {
  struct Free {
    void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
  };
  const std::unique_ptr<XXH3_state_t, Free> state(XXH3_createState());
  if (!state) throw std::bad_alloc();
  XXH3_128bits_reset(state.get());
  const auto window = std::make_unique_for_overwrite<char[]>(window_bytes);
  std::uint64_t offset = 0;
  while (const std::size_t count =
             read_at(descriptor_, path_, window.get(), window_bytes, offset)) {
    XXH3_128bits_update(state.get(), window.get(), count);
    offset += count;
  }
  const XXH128_hash_t hash = XXH3_128bits_digest(state.get());
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

Xapian::Database IndexFile::database() {
  return Xapian::Database(std::exchange(descriptor_, -1));  // which closes it, whatever happens
}

void write_index_file(const fs::path& path, std::string_view text) {
  const int descriptor =
      open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
  if (descriptor < 0) fail(path);
  int failed = 0;
  while (!text.empty() && failed == 0) {
    const auto written = write(descriptor, text.data(), text.size());
    if (written >= 0) {
      text.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR) {
      failed = errno;
    }
  }
  if (failed == 0 && fsync(descriptor) != 0) failed = errno;
  close(descriptor);
  if (failed != 0) throw std::system_error(failed, std::generic_category(), path.string());
}

void compact_to_file(Xapian::Database from, const fs::path& to) {
  const int descriptor = open(to.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
  if (descriptor < 0) fail(to);
  // Not FULLER: with the head of a small collection Xapian 1.4.22 writes past its memory.
  from.compact(descriptor, Xapian::Compactor::FULL);  // which closes it, whatever happens
}

}  // namespace answers
