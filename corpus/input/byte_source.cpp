#include "corpus/input/byte_source.h"

#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <poll.h>
#include <string_view>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace answers {
namespace {

constexpr std::size_t packed_bytes = std::size_t{128} << 10;  // of packed input held at a time

/// How long is waited for somebody to write into a pipe: five seconds.
constexpr int wait_milliseconds = 50;
constexpr int most_waits = 100;

enum class Packing { none, gzip, zstd };

Packing packing_of(std::string_view head) {
  if (head.starts_with("\x1f\x8b")) return Packing::gzip;
  if (head.starts_with("\x28\xb5\x2f\xfd")) return Packing::zstd;
  // A frame to be skipped (RFC 8878, 3.1.2), which pzstd writes before each of its own.
  if (head.size() > 3 && (head[0] & 0xF0) == 0x50 && head.substr(1).starts_with("\x2a\x4d\x18"))
    return Packing::zstd;
  return Packing::none;
}

}  // namespace

struct ByteSource::State {
  int descriptor = -1;  // of the file; -1: the bytes are all in `held`, or come from `pull`
  Pull pull{};
  std::string held{};  // what was read and not yet given out or unpacked: from `at` on
  std::size_t at = 0;
  std::uint64_t taken = 0;
  std::uint64_t size = 0;
  bool is_file = false;        // a regular one
  bool is_named_pipe = false;  // opened by a path: not before somebody writes does it begin
  bool has_writer = false;
  bool passes = false;    // the trouble does
  timespec written_at{};  // when the file was last written to, as it was opened
  std::string trouble{};
  Packing packing = Packing::none;
  z_stream gzip{};
  ZSTD_DStream* zstd = nullptr;
  bool between_members = true;  // of packed data: here it may end
  bool finished = false;

  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    if (packing == Packing::gzip) inflateEnd(&gzip);
    ZSTD_freeDStream(zstd);
    if (descriptor > STDIN_FILENO) ::close(descriptor);
  }

  std::size_t read_file(char* to, std::size_t count) {
    if (pull) {
      const std::size_t got = pull(to, count);
      taken += got;
      return got;
    }
    if (descriptor < 0) return 0;
    for (int waits = 0;;) {
      const ssize_t got = ::read(descriptor, to, count);
      const bool is_waited_for = got == 0 && is_named_pipe && !has_writer;
      if (got >= 0 && !is_waited_for) {
        has_writer = true;
        taken += static_cast<std::uint64_t>(got);
        if (got == 0) look_for_change();
        return static_cast<std::size_t>(got);
      }
      if (got < 0 && errno == EINTR && is_file) continue;
      if (got < 0 && errno != EAGAIN) {
        passes = true;
        trouble = std::generic_category().message(errno);
        return 0;
      }
      // Of a pipe nothing is to be had now: its writer is slow, or there is none yet.
      if (got < 0) has_writer = true;
      if (is_waited_for && waits++ == most_waits) return 0;
      pollfd pipe{descriptor, POLLIN, 0};
      const int ready =
          is_waited_for ? ::poll(nullptr, 0, wait_milliseconds) : ::poll(&pipe, 1, -1);
      if (ready < 0) {
        passes = true;
        trouble = "interrupted while waiting for a pipe";
        return 0;
      }
    }
  }

  /// At the end of the file: whether it is still the one that was opened. A file of /proc has no
  /// size and no time of its own.
  void look_for_change() {
    struct stat status {};
    if (size == 0 || !trouble.empty() || ::fstat(descriptor, &status) != 0) return;
    if (static_cast<std::uint64_t>(status.st_size) < size) {
      passes = true;
      trouble = "the file was cut short while it was read";
    } else if (status.st_mtim.tv_sec != written_at.tv_sec ||
               status.st_mtim.tv_nsec != written_at.tv_nsec) {
      passes = true;
      trouble = "the file was written to while it was read";
    }
  }

  /// Fills `held` when all of it is used; false at the end.
  bool refill() {
    if (at < held.size()) return true;
    if (descriptor < 0 && !pull) return false;
    held.resize(packed_bytes);
    held.resize(read_file(held.data(), held.size()));
    at = 0;
    return !held.empty();
  }

  /// The first bytes decide how the file is packed.
  void begin() {
    if (descriptor >= 0 || pull) {
      held.resize(4);
      std::size_t filled = 0;
      while (filled < 4) {
        const std::size_t got = read_file(held.data() + filled, 4 - filled);
        if (got == 0) break;
        filled += got;
      }
      held.resize(filled);
    }
    packing = packing_of(held);
    if (packing == Packing::gzip) {
      if (inflateInit2(&gzip, 15 + 16) != Z_OK) throw std::bad_alloc();
    } else if (packing == Packing::zstd) {
      zstd = ZSTD_createDStream();
      if (zstd == nullptr) throw std::bad_alloc();
    }
  }

  std::size_t read_plain(char* to, std::size_t count) {
    if (at < held.size()) {
      const std::size_t some = std::min(count, held.size() - at);
      std::memcpy(to, held.data() + at, some);
      at += some;
      return some;
    }
    return read_file(to, count);
  }

  void stop(std::string why) {
    if (trouble.empty()) trouble = std::move(why);
    finished = true;
  }

  std::size_t read_gzip(char* to, std::size_t count) {
    std::size_t written = 0;
    while (written < count && !finished) {
      if (!refill()) {
        if (!between_members) stop("the gzip data is cut off");
        finished = true;
        break;
      }
      if (between_members && taken_members > 0 && held[at] != '\x1f') {
        // Tapes and some packers pad with zeros behind the last member; gzip ignores them as well.
        if (held[at] != '\0') stop("there is something behind the gzip data");
        finished = true;
        break;
      }
      between_members = false;
      gzip.next_in = reinterpret_cast<Bytef*>(held.data() + at);
      gzip.avail_in = static_cast<uInt>(held.size() - at);
      gzip.next_out = reinterpret_cast<Bytef*>(to + written);
      gzip.avail_out = static_cast<uInt>(std::min<std::size_t>(count - written, 1U << 30));
      const uInt room = gzip.avail_out;
      const int result = inflate(&gzip, Z_NO_FLUSH);
      written += room - gzip.avail_out;
      at = held.size() - gzip.avail_in;
      if (result == Z_STREAM_END) {
        between_members = true;
        ++taken_members;
        inflateReset(&gzip);
      } else if (result != Z_OK && result != Z_BUF_ERROR) {
        stop("the gzip data is damaged");
      }
    }
    return written;
  }

  std::size_t read_zstd(char* to, std::size_t count) {
    ZSTD_outBuffer out{to, count, 0};
    while (out.pos < count && !finished) {
      if (!refill() && between_members) finished = true;
      if (finished) break;
      ZSTD_inBuffer in{held.data(), held.size(), at};
      const std::size_t before = out.pos;
      const std::size_t result = ZSTD_decompressStream(zstd, &out, &in);
      const bool stuck = in.pos == at && out.pos == before;
      at = in.pos;
      if (ZSTD_getErrorCode(result) == ZSTD_error_frameParameter_windowTooLarge) {
        stop("it takes more than 128 MiB of memory to unpack (zstd -d --long=31 does)");
      } else if (ZSTD_isError(result) != 0) {
        stop(std::string("the zstd data is damaged (") + ZSTD_getErrorName(result) + ')');
      } else {
        between_members = result == 0;
        if (stuck && at >= held.size() && !between_members) stop("the zstd data is cut off");
      }
    }
    return out.pos;
  }

  std::size_t taken_members = 0;
};

ByteSource::ByteSource(const std::filesystem::path& path) : state_(std::make_unique<State>()) {
  if (path == "-") {
    state_->descriptor = STDIN_FILENO;
  } else {
    state_->descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (state_->descriptor < 0) {
      throw std::system_error(errno, std::generic_category(), path.string());
    }
  }
  struct stat status {};
  const bool is_known = ::fstat(state_->descriptor, &status) == 0;
  if (is_known && path != "-") {
    state_->is_named_pipe = S_ISFIFO(status.st_mode);
    if (S_ISCHR(status.st_mode) || S_ISBLK(status.st_mode))  // /dev/zero has no end
      throw std::system_error(ENODEV, std::generic_category(), path.string());
  }
  if (is_known && S_ISREG(status.st_mode)) {
    state_->is_file = true;
    state_->size = static_cast<std::uint64_t>(status.st_size);
    state_->written_at = status.st_mtim;
    ::posix_fadvise(state_->descriptor, 0, 0, POSIX_FADV_SEQUENTIAL);
  }
  errno = 0;
  state_->begin();
  if (!state_->trouble.empty()) {
    throw std::system_error(errno != 0 ? errno : EIO, std::generic_category(), path.string());
  }
}

ByteSource::ByteSource(std::string bytes) : state_(std::make_unique<State>()) {
  state_->size = bytes.size();
  state_->taken = bytes.size();
  state_->held = std::move(bytes);
  state_->begin();
}

ByteSource::ByteSource(Pull pull) : state_(std::make_unique<State>()) {
  state_->pull = std::move(pull);
  state_->begin();
}

ByteSource::~ByteSource() = default;

std::size_t ByteSource::read(char* to, std::size_t size) {
  switch (state_->packing) {
    case Packing::gzip:
      return state_->read_gzip(to, size);
    case Packing::zstd:
      return state_->read_zstd(to, size);
    case Packing::none:
      break;
  }
  return state_->read_plain(to, size);
}

const std::string& ByteSource::trouble() const { return state_->trouble; }
bool ByteSource::trouble_passes() const { return state_->passes; }
std::uint64_t ByteSource::taken() const { return state_->taken; }
std::uint64_t ByteSource::file_size() const { return state_->size; }
bool ByteSource::is_packed() const { return state_->packing != Packing::none; }

}  // namespace answers
