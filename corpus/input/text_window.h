#pragma once

#include "corpus/input/input.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace answers {

/// A part of an input that grows at its end and is discarded from its beginning: what readers work
/// on whose records end anywhere, not at line ends (JSON, CSV). Memory: what is not discarded, and
/// a block of the input.
class TextWindow {
 public:
  /// This many bytes behind text() may be read as well; their values mean nothing.
  static constexpr std::size_t padding = 64;

  /// Begins with the first block. `input` must outlive the window.
  explicit TextWindow(Input& input);

  /// What has been read and not discarded. Valid until the next more() or discard().
  std::string_view text() const { return {buffer_.data() + begin_, end_ - begin_}; }
  /// Appends the next block of the input; false when there is none.
  bool more();
  /// Discards the first `bytes` of text(). O(1), spread over many calls.
  void discard(std::size_t bytes);

  /// The line that text()[offset] stands on, from 1. Cheap for offsets near the last ones asked for
  /// at two places: a question here, its answer far behind it.
  std::size_t line_at(std::size_t offset) const;
  /// Where text()[offset] stands in the file: see InputBlock::byte_at().
  std::uint64_t byte_at(std::size_t offset) const;

 private:
  Input& input_;
  std::vector<char> buffer_{};
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::vector<InputBlock::Mark>
      marks_{};  // offsets in buffer_; the last one at or before begin_ first
  struct Counted {
    std::size_t offset = 0;  // in buffer_
    std::size_t line = 1;
  };
  mutable std::array<Counted, 2> counted_{};
};

}  // namespace answers
