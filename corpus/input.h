#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace answers {

class Listener;

/// One line of an input, without its line end, valid until the next call.
struct InputLine {
  std::string_view text{};  ///< valid UTF-8
  std::size_t number = 0;   ///< from 1
  std::uint64_t byte = 0;   ///< where it begins in the (decompressed) file
};

/// A file, or standard input ("-"), as lines of UTF-8: decompressed (gzip, zstd by their magic),
/// decoded (UTF-8 with or without BOM; UTF-16 by its BOM; else line by line, Windows-1252 where a
/// line is not UTF-8), mojibake repaired where it provably is mojibake. LF, CRLF, CR and NEL end a
/// line. Memory: a window of the file, whatever its size, plus the longest line up to
/// `longest_line`.
class Input {
 public:
  /// A longer line is cut there, and the listener told once a line.
  static constexpr std::size_t longest_line = std::size_t{32} << 20;
  /// How much of the beginning is looked at to recognise what a file is.
  static constexpr std::size_t head_bytes = std::size_t{64} << 10;

  /// Throws std::system_error when the file cannot be opened or its first bytes cannot be read.
  /// `listener` hears of what was wrong in the bytes and must outlive the input.
  Input(const std::filesystem::path& path, Listener& listener);
  /// An input over bytes in memory, for tests, cells of a notebook, and fuzzing.
  Input(std::string path, std::string bytes, Listener& listener);
  ~Input();
  Input(const Input&) = delete;
  Input& operator=(const Input&) = delete;

  const std::string& path() const;  ///< as it was given
  Listener& listener() const;

  /// The first lines, decoded as next_line() would, at most `head_bytes`; reading is not moved.
  std::string_view head() const;
  /// The next line; nullopt at the end of the file.
  std::optional<InputLine> next_line();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace answers
