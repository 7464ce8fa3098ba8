// How fast collections are read, form by form: from an open file to the last record, nothing
// indexed or printed. bytes_per_second counts this thread's CPU time. `peak_MB` is the most memory
// that the process held while reading, its own few MB included.
//
//   reading_bench                                    all forms, 256 KiB and 16 MiB each
//   reading_bench --benchmark_filter=markdown
//   ANSWERS_BENCH_MIB=300 reading_bench --benchmark_filter=streamed      memory on a long stream
//   ANSWERS_BENCH_PATH=DIR reading_bench --benchmark_filter=people
//                    what people have written: all files below DIR, by the reader that reads them

#include "corpus/input/walk.h"
#include "corpus/listener.h"
#include "corpus/markup/html_tree.h"
#include "corpus/reader.h"
#include "tests/bench/made_collections.h"

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <malloc.h>
#include <map>
#include <string>
#include <unistd.h>
#include <vector>

namespace {

using answers::bench::Form;

class Counter : public answers::Listener {
 public:
  void on_record(answers::Record record) override {
    ++records;
    benchmark::DoNotOptimize(record);
  }
  void on_unanswered(answers::Record) override { ++unanswered; }
  void on_trouble(const answers::Trouble&) override { ++troubles; }

  std::size_t records = 0;
  std::size_t unanswered = 0;
  std::size_t troubles = 0;
};

/// A file in a folder of its own, gone with this.
class MadeFile {
 public:
  MadeFile(const Form& form, std::size_t bytes)
      : folder_(std::filesystem::temp_directory_path() /
                ("answers-bench-" + std::to_string(getpid()))),
        path_(folder_ / form.file_name) {
    std::filesystem::create_directories(folder_);
    std::ofstream file(path_, std::ios::binary);
    form.write(file, bytes);
  }
  ~MadeFile() { std::filesystem::remove_all(folder_); }
  MadeFile(const MadeFile&) = delete;
  MadeFile& operator=(const MadeFile&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::size_t size() const { return std::filesystem::file_size(path_); }

 private:
  std::filesystem::path folder_;
  std::filesystem::path path_;
};

/// Linux: the most memory held since the last reset, in bytes; 0 where /proc does not say.
std::size_t peak_memory() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmHWM:")) return std::strtoul(line.c_str() + 6, nullptr, 10) * 1024;
  }
  return 0;
}
void reset_peak_memory() {
  malloc_trim(0);  // what the benchmark before has left
  std::ofstream("/proc/self/clear_refs") << 5;
}

void read(benchmark::State& state, const Form& form, std::size_t bytes) {
  const MadeFile file(form, bytes);
  reset_peak_memory();
  std::size_t records = 0;
  for ([[maybe_unused]] const auto _ : state) {
    Counter counter;
    answers::read_file(file.path(), counter);
    records = counter.records;
    if (records == 0 || counter.troubles > 0 || counter.unanswered > 0) {
      state.SkipWithError("not all of the file is records");
      break;
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(file.size()) * state.iterations());
  state.counters["records"] = static_cast<double>(records);
  state.counters["peak_MB"] = static_cast<double>(peak_memory()) / 1e6;
}

/// Hears which reader a file goes to.
class ReaderName : public answers::Listener {
 public:
  void on_record(answers::Record) override {}
  void on_sighting(const answers::Sighting& sighting) override {
    if (name.empty()) name = sighting.shape;
  }
  std::string name{};
};

struct Files {
  std::vector<std::filesystem::path> paths{};
  std::size_t bytes = 0;
};

/// The files below `path` that a reader takes, by its name.
std::map<std::string, Files> files_by_reader(const std::filesystem::path& path) {
  std::map<std::string, Files> files;
  Counter nobody;
  answers::walk_collection(path, nobody, [&files](const std::filesystem::path& file) {
    ReaderName reader;
    answers::read_file(file, reader);
    if (reader.name.empty()) return;
    files[reader.name].paths.push_back(file);
    files[reader.name].bytes += std::filesystem::file_size(file);
  });
  return files;
}

void read_all(benchmark::State& state, const Files& files) {
  std::size_t records = 0;
  for ([[maybe_unused]] const auto _ : state) {
    Counter counter;
    for (const auto& path : files.paths) answers::read_file(path, counter);
    records = counter.records;
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(files.bytes) * state.iterations());
  state.counters["files"] = static_cast<double>(files.paths.size());
  state.counters["records"] = static_cast<double>(records);
}

/// What the parser takes of the time of HTML: its tree and nothing else.
void parse_all(benchmark::State& state, const Files& files) {
  std::vector<std::string> texts;
  for (const auto& path : files.paths) {
    std::ifstream file(path, std::ios::binary);
    texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  for ([[maybe_unused]] const auto _ : state) {
    for (const std::string& text : texts) benchmark::DoNotOptimize(answers::HtmlTree(text).root());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(files.bytes) * state.iterations());
}

}  // namespace

int main(int argc, char** argv) {
  mallopt(M_MMAP_THRESHOLD, 8 << 20);  // as the program does
  mallopt(M_TRIM_THRESHOLD, 32 << 20);
  constexpr std::size_t mebibyte = std::size_t{1} << 20;
  const char* streamed = std::getenv("ANSWERS_BENCH_MIB");
  for (const Form& form : answers::bench::forms()) {
    const auto add = [&form](const char* size_name, std::size_t bytes) {
      const std::string name = std::string(form.name) + '/' + size_name;
      return benchmark::RegisterBenchmark(
          name.c_str(), [&form, bytes](benchmark::State& state) { read(state, form, bytes); });
    };
    add("256KiB", mebibyte / 4)->Unit(benchmark::kMillisecond);
    add("16MiB", 16 * mebibyte)->Unit(benchmark::kMillisecond);
    if (streamed != nullptr && form.streams)
      add("streamed", std::strtoul(streamed, nullptr, 10) * mebibyte)
          ->Unit(benchmark::kMillisecond)
          ->Iterations(1);
  }
  if (const char* path = std::getenv("ANSWERS_BENCH_PATH"); path != nullptr) {
    for (const auto& [name, files] : files_by_reader(path)) {
      const auto add = [&files = files](const std::string& title, auto* measure) {
        benchmark::RegisterBenchmark(title.c_str(), [files, measure](benchmark::State& state) {
          measure(state, files);
        })->Unit(benchmark::kMillisecond);
      };
      add("people/" + name, read_all);
      if (name == "html") add("people/html_parser_alone", parse_all);
    }
  }
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  benchmark::RunSpecifiedBenchmarks();
}
