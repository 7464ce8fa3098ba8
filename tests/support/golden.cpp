#include "tests/support/golden.h"

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace answers {

std::string golden(std::string_view name, std::string_view actual) {
  const std::string path = std::string(GOLDEN_FOLDER "/").append(name);
  if (std::getenv("UPDATE_GOLDEN") != nullptr) std::ofstream(path, std::ios::binary) << actual;
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace answers
