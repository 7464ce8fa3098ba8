#include "indexer/index_directory.h"

#include <cstdlib>
#include <fstream>
#include <stdexcept>

namespace answers {

std::filesystem::path find_index(const std::string& given) {
  if (!given.empty()) return given;
  if (const char* variable = std::getenv("ANSWERS_INDEX")) return variable;
  return ".answers";
}

Xapian::Database open_index(const std::filesystem::path& directory) {
  std::ifstream current(directory / "CURRENT");
  std::string name;
  if (!std::getline(current, name)) throw std::runtime_error("no index in " + directory.string());
  return Xapian::Database((directory / name).string());
}

}  // namespace answers
