#include "corpus/reader.h"

#include "corpus/json_lines_reader.h"

#include <algorithm>
#include <system_error>
#include <vector>

namespace answers {
namespace {

constexpr Reader table[] = {
    {"json-lines", "JSON lines: one object a line", recognises_json_lines, read_json_lines},
};

}  // namespace

std::span<const Reader> readers() { return table; }

std::vector<std::filesystem::path> collection_files(const std::filesystem::path& path,
                                                    Listener& /*listener*/) {
  if (!std::filesystem::is_directory(path)) return {path};
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(path)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

void read_file(const std::filesystem::path& path, Listener& listener) try {
  Input input(path, listener);
  const Reader* surest = nullptr;
  int confidence = 0;
  for (const Reader& reader : readers()) {
    const int sure = reader.recognises(input.path(), input.head());
    if (sure > confidence) {
      confidence = sure;
      surest = &reader;
    }
  }
  if (surest == nullptr) {
    listener.on_skipped(input.path(), "no reader for it");
  } else {
    surest->read(input);
  }
} catch (const std::system_error& error) {
  listener.on_trouble({path.string(), 0, error.code().message(), "the file was left out"});
}

void read_collection(const std::filesystem::path& path, Listener& listener) {
  for (const auto& file : collection_files(path, listener)) read_file(file, listener);
}

}  // namespace answers
