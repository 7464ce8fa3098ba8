#pragma once

#include "corpus/input/text_window.h"
#include "corpus/listener.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace answers {

class Input;

/// The parts of a page of any size that begin with a tag in which a mark stands: what programs
/// write one after another, thousands of times. Memory: a part, up to 4 MiB, and a block of the
/// input; what of a part is beyond that is left out.
class PageCells {
 public:
  struct Cell {
    std::string_view html{};  ///< from its tag to the next one, or to the end of the page
    Place place{};
  };

  /// `input` must outlive the cells, and `mark` begins behind the tag's '<' or with it.
  PageCells(Input& input, std::string_view mark)
      : path_(path_of(input)), mark_(mark), window_(input) {}

  /// The next one, valid until the next call; nullopt at the end of the page. O(length).
  std::optional<Cell> next();

 private:
  static const std::string& path_of(const Input& input);
  /// Where the tag begins that the mark stands in, from `from` on, as far as `most` bytes; npos
  /// where there is none.
  std::size_t find(std::size_t from, std::size_t most);

  const std::string& path_;
  std::string_view mark_;
  TextWindow window_;
  std::size_t taken_ = 0;  // bytes of the window that were the last cell
};

}  // namespace answers
