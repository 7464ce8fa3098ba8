#include "corpus/text/code_fence.h"

#include <algorithm>
#include <cstddef>

namespace answers {

std::string fence_around(std::string_view code) {
  std::size_t most = 0;
  for (std::size_t at = code.find('`'); at != std::string_view::npos; at = code.find('`', at)) {
    const std::size_t end = std::min(code.find_first_not_of('`', at), code.size());
    most = std::max(most, end - at);
    at = end;
  }
  return std::string(std::max<std::size_t>(3, most + 1), '`');
}

}  // namespace answers
