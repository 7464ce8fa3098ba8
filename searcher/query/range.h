#pragma once

#include <cstddef>

namespace answers {

/// A stretch of bytes of a text: [begin, end).
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool operator==(const Range&) const = default;
};

}  // namespace answers
