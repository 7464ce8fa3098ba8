#pragma once

#include <chrono>
#include <filesystem>
#include <stdexcept>
#include <string>

namespace answers {

/// Another process is writing the index; what() names it and says what to do.
class IndexLocked : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// The right to write an index, held by one process at a time: a lock on DIR/LOCK that dies with
/// its process. The file says who holds it.
class IndexLock {
 public:
  /// Waits for at most `wait`. Throws IndexLocked when another writer still holds it then, and
  /// std::system_error when `directory` cannot be written.
  IndexLock(const std::filesystem::path& directory, std::chrono::milliseconds wait);
  ~IndexLock();
  IndexLock(const IndexLock&) = delete;
  IndexLock& operator=(const IndexLock&) = delete;

 private:
  int descriptor_ = -1;
};

}  // namespace answers
