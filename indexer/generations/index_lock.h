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
/// its process. The file says who holds it. Where a file system keeps locks to one machine (NFS
/// mounted without them, for example) a process of another one gets it, too, and puts its name
/// there: see expect_alone().
class IndexLock {
 public:
  /// Waits for at most `wait`. Throws IndexLocked when another writer still holds it then, and
  /// std::system_error when `directory` cannot be written, IndexUnusable when the lock file is a
  /// link or none.
  IndexLock(const std::filesystem::path& directory, std::chrono::milliseconds wait);
  ~IndexLock();
  IndexLock(const IndexLock&) = delete;
  IndexLock& operator=(const IndexLock&) = delete;

  /// Throws IndexLocked when another process has taken the lock as well.
  void expect_alone() const;

 private:
  std::filesystem::path path_;
  std::string name_{};  ///< as it stands in the file; empty when it could not be written
  int descriptor_ = -1;
  bool is_written_ = false;  ///< the file is its holder's to write
};

}  // namespace answers
