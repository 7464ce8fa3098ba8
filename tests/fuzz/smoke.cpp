// What runs the fuzz targets without libFuzzer: every file of the folder named as the argument,
// then mutations of them, the same ones each time.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using Random = std::mt19937;
using std::literals::operator""sv;

constexpr int mutations = 1000;              // a second or two under the sanitizers
constexpr std::size_t most_bytes = 1 << 16;  // of a mutation

std::size_t below(std::size_t end, Random& random) { return end == 0 ? 0 : random() % end; }

/// A piece of a text: whole lines half of the time, as readers look at lines.
std::string piece_of(const std::string& text, Random& random) {
  std::size_t begin = below(text.size(), random);
  std::size_t end = std::min(text.size(), begin + 1 + below(80, random));
  if (random() % 2 == 0) {
    const std::size_t line = text.rfind('\n', begin);
    begin = line == std::string::npos ? 0 : line + 1;
    end = std::min(text.find('\n', end), text.size());
  }
  return text.substr(begin, end - begin);
}

void mutate(std::string& text, const std::vector<std::string>& seeds, Random& random) {
  const std::size_t at = below(text.size() + 1, random);
  switch (random() % 6) {
    case 0:
      if (at < text.size()) text[at] = static_cast<char>(random());
      break;
    case 1:
      text.erase(at, below(60, random));
      break;
    case 2:
      text.insert(at, piece_of(seeds[below(seeds.size(), random)], random));
      break;
    case 3:
      text.insert(at, piece_of(text, random));
      break;
    case 4: {
      constexpr std::string_view marks =
          "#`|<>*-_[](){}~ \t\n\r:;,?1=\"'\\&%+@^\0\x1b\x80\xe2\xff"sv;
      text.insert(at, std::string(1 + below(40, random), marks[below(marks.size(), random)]));
      break;
    }
    default:
      text.resize(at);
  }
  if (text.size() > most_bytes) text.resize(most_bytes);
}

void run(const std::string& text) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> seeds;
  for (int i = 1; i < argc; ++i) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(argv[i]))
      files.push_back(entry.path());
    std::ranges::sort(files);
    for (const auto& path : files) {
      std::ifstream file(path, std::ios::binary);
      seeds.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
  }
  if (seeds.empty()) {
    std::cerr << "no seeds in the folders named\n";
    return 1;
  }
  run("");
  for (const std::string& seed : seeds) run(seed);
  Random random(1);
  for (int i = 0; i < mutations; ++i) {
    std::string text = seeds[below(seeds.size(), random)];
    for (std::size_t count = 1 + below(8, random); count > 0; --count) mutate(text, seeds, random);
    run(text);
  }
  std::cout << seeds.size() << " seeds and " << mutations << " mutations\n";
}
