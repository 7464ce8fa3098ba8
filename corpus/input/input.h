#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
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

/// A piece of an input, valid until the next call: whole lines, but where a line is longer than a
/// piece. Every line end is one '\n', whatever it was in the file.
struct InputBlock {
  /// Where the text and the file run side by side from: one for a block that needed no decoding,
  /// else one a line.
  struct Mark {
    std::size_t offset = 0;  ///< in `text`
    std::uint64_t byte = 0;  ///< in the (decompressed) file
  };
  std::string_view text{};        ///< valid UTF-8, never empty
  std::size_t line = 0;           ///< the number of the line that `text` begins in, from 1
  std::span<const Mark> marks{};  ///< ascending, the first at offset 0

  /// Where text[offset] stands in the file. Exact at the beginning of a line, and everywhere in a
  /// block that needed no decoding. O(log lines).
  std::uint64_t byte_at(std::size_t offset) const;
};

/// A file, or standard input ("-"), as text: decompressed (gzip, zstd by their magic), decoded
/// (UTF-8 with or without BOM; UTF-16 by its BOM; the charset that a page or XML declares, where
/// its beginning is not UTF-8, or that guessed_charset() finds, which is told; else line by line,
/// Windows-1252 where a line is not UTF-8), mojibake repaired where it provably is mojibake. LF,
/// CRLF, CR and NEL end a line. Memory: a window of 256 KiB, whatever the size, plus for
/// next_line() the longest line up to `longest_line`. Lines and blocks may be taken in turns.
class Input {
 public:
  /// A longer line is cut there by next_line(), and the listener told once a line.
  static constexpr std::size_t longest_line = std::size_t{32} << 20;
  /// So many bytes behind each line and each block may be read as well; their values mean nothing.
  static constexpr std::size_t padding = 64;
  /// How much of the beginning is looked at to recognise what a file is.
  static constexpr std::size_t head_bytes = std::size_t{64} << 10;

  /// Throws std::system_error when the file cannot be opened or its first bytes cannot be read.
  /// `listener` hears at the end of what was wrong in the bytes and must outlive the input.
  Input(const std::filesystem::path& path, Listener& listener);
  /// An input over bytes in memory, for tests, cells of a notebook, and fuzzing.
  Input(std::string path, std::string bytes, Listener& listener);
  /// An input over bytes that are handed out piece by piece: a file in an archive.
  Input(std::string path, std::function<std::size_t(char*, std::size_t)> pull, Listener& listener);
  ~Input();
  Input(const Input&) = delete;
  Input& operator=(const Input&) = delete;

  const std::string& path() const;  ///< as it was given
  /// About how many bytes of text there are; 0 where that is not known (a pipe, packed).
  std::uint64_t size_hint() const;
  Listener& listener() const;

  /// The beginning, decoded, at most `head_bytes`, cut behind a whole character; reading is not
  /// moved. Lives as long as the input.
  std::string_view head() const;
  /// Whether there are NUL bytes in the beginning (and it is not UTF-16): no text.
  bool is_binary() const;

  /// The next line; nullopt at the end of the file.
  std::optional<InputLine> next_line();
  /// Whole lines that lie ready, at least one, each with its '\n': quicker than one by one. nullopt
  /// where next_line() must be asked: at the end, and for a line longer than a piece.
  std::optional<InputBlock> next_lines();
  /// The rest of what next_line() has begun upon, or the next piece; nullopt at the end.
  std::optional<InputBlock> next_block();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace answers
