#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace answers {

/// The bytes of a file, of standard input ("-"), of a string or of a file in an archive; what gzip
/// or zstd packed, unpacked. A few hundred KiB of memory (zstd: up to the 128 MiB window that a
/// packer may ask for).
class ByteSource {
 public:
  /// Throws std::system_error when the file cannot be opened, is a device, or its first bytes
  /// cannot be read. A pipe that nobody writes into is empty after five seconds, and one whose
  /// writer is slow is waited for until a signal comes.
  explicit ByteSource(const std::filesystem::path& path);
  explicit ByteSource(std::string bytes);
  /// Of whoever hands out further bytes each time that it is called (read()'s promise): a file in
  /// an archive.
  using Pull = std::function<std::size_t(char* to, std::size_t size)>;
  explicit ByteSource(Pull pull);
  ~ByteSource();
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;

  /// Up to `size` further bytes to `to`; how many. 0: the end, or trouble().
  std::size_t read(char* to, std::size_t size);

  /// Why the bytes ended where they did ("the gzip data is cut off"), or that the file is no longer
  /// the one that was opened; empty: at their end.
  const std::string& trouble() const;
  /// Whether the trouble may be gone another time: an error of the system, and not of the bytes.
  bool trouble_passes() const;
  /// How many bytes have been taken out of the file so far, as it lies on disk.
  std::uint64_t taken() const;
  /// How large the file is on disk; 0 when that is not known (a pipe).
  std::uint64_t file_size() const;
  /// Whether the bytes come unpacked.
  bool is_packed() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace answers
