#include "indexer/generations/index_directory.h"

#include "corpus/input/folder.h"

#include <fmt/core.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <random>
#include <system_error>
#include <unistd.h>

namespace answers {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view generation_prefix = "gen-";

// The stub file: Xapian reads it, too, and guesses the kind of each database.
constexpr const char* stub_name = "XAPIANDB";
constexpr std::string_view stub_line = "auto ";

[[noreturn]] void fail(const fs::path& path) {
  throw std::system_error(errno, std::generic_category(), path.string());
}

class Descriptor {
 public:
  Descriptor(const fs::path& path, int flags)
      : number_(open(path.c_str(), flags | O_CLOEXEC, 0666)) {
    if (number_ < 0) fail(path);
  }
  ~Descriptor() { close(number_); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

void sync(const fs::path& path) {
  const Descriptor descriptor(path, O_RDONLY);
  // EINVAL: the file system has no such thing for folders, and no way to do better.
  if (fsync(descriptor.number()) != 0 && errno != EINVAL) fail(path);
}

void write_synced(const fs::path& path, std::string_view text) {
  const Descriptor descriptor(path, O_WRONLY | O_CREAT | O_TRUNC);
  while (!text.empty()) {
    const auto written = write(descriptor.number(), text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail(path);
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  if (fsync(descriptor.number()) != 0) fail(path);
}

/// Of a builder: "CURRENT.tmp", "gen-000043-0123abcd.tmp".
bool is_unfinished(std::string_view name) {
  return name == "CURRENT.tmp" ||
         (name.ends_with(".tmp") &&
          generation_number(name.substr(0, name.find_first_of("-.", generation_prefix.size()))));
}

void name_current(const fs::path& directory, std::uint64_t number) {
  const fs::path next = directory / "CURRENT.tmp";
  write_synced(next, generation_name(number) + '\n');
  fs::rename(next, directory / "CURRENT");
}

}  // namespace

fs::path find_index(const std::string& given) {
  const auto variable = [](const char* name) -> std::string_view {
    const char* value = std::getenv(name);
    return value != nullptr ? value : "";
  };
  if (!given.empty()) return given;
  if (const auto path = variable("ANSWERS_INDEX"); !path.empty()) return path;
  std::error_code ignored;
  for (fs::path folder = fs::current_path(ignored); !folder.empty();
       folder = folder.parent_path()) {
    if (fs::is_directory(folder / ".answers", ignored)) return folder / ".answers";
    if (folder == folder.root_path()) break;
  }
  fs::path data(variable("XDG_DATA_HOME"));
  // The XDG specification: a relative path is to be ignored.
  if (!data.is_absolute()) data = fs::path(variable("HOME")) / ".local" / "share";
  return data / "answers" / "default";
}

std::string generation_name(std::uint64_t number) {
  return fmt::format("{}{:06}", generation_prefix, number);
}

std::optional<std::uint64_t> generation_number(std::string_view name) {
  if (!name.starts_with(generation_prefix)) return std::nullopt;
  name.remove_prefix(generation_prefix.size());
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  if (error != std::errc() || end != name.data() + name.size()) return std::nullopt;
  return number;
}

std::optional<std::uint64_t> current_generation(const fs::path& directory) {
  const fs::path path = directory / "CURRENT";
  errno = 0;
  std::ifstream file(path);
  if (!file) {
    if (errno == ENOENT || errno == ENOTDIR) return std::nullopt;
    fail(path);
  }
  std::string name;
  std::getline(file, name);
  return generation_number(name);
}

std::vector<std::uint64_t> finished_generations(const fs::path& directory) {
  std::vector<std::uint64_t> numbers;
  std::error_code error;
  for (const auto& entry : list_folder(directory, error)) {
    if (const auto number = generation_number(entry.name)) numbers.push_back(*number);
  }
  std::ranges::sort(numbers);
  return numbers;
}

std::vector<std::string> databases_of(const fs::path& path) {
  errno = 0;
  std::ifstream file(path / stub_name);
  if (!file) fail(path / stub_name);
  std::vector<std::string> names;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with(stub_line)) names.push_back(line.substr(stub_line.size()));
  }
  return names;
}

NewGeneration::NewGeneration(const fs::path& directory) : directory_(directory) {
  const auto finished = finished_generations(directory);
  if (!finished.empty()) number_ = finished.back();
  if (const auto current = current_generation(directory)) number_ = std::max(number_, *current);
  ++number_;
  path_ =
      directory / fmt::format("{}-{:08x}.tmp", generation_name(number_), std::random_device()());
  fs::create_directory(path_);
}

NewGeneration::~NewGeneration() {
  std::error_code ignored;  // what stays sweep() removes another time
  if (!is_live_) remove_folder(path_, ignored);
}

void NewGeneration::publish(const std::vector<std::string>& databases) {
  std::string stub;
  for (const auto& name : databases) stub.append(stub_line).append(name).append("\n");
  write_synced(path_ / stub_name, stub);
  std::error_code error;
  for (const auto& entry : list_folder(path_, error)) {
    if (fs::is_directory(path_ / entry.name)) remove_folder(path_ / entry.name);
  }
  if (error) throw std::system_error(error, path_.string());
  for (const auto& name : databases) sync(path_ / name);
  sync(path_);
  const fs::path finished = directory_ / generation_name(number_);
  fs::rename(path_, finished);
  path_ = finished;
  sync(directory_);
  name_current(directory_, number_);
  is_live_ = true;
  sync(directory_);
}

void make_current(const fs::path& directory, std::uint64_t number) {
  name_current(directory, number);
  sync(directory);
}

std::uint64_t generation_bytes(const fs::path& directory, std::uint64_t number) {
  std::uint64_t bytes = 0;
  std::error_code error;
  const fs::path folder = directory / generation_name(number);
  for (const auto& entry : list_folder(folder, error)) {
    std::error_code ignored;
    const auto size = fs::file_size(folder / entry.name, ignored);
    if (!ignored) bytes += size;
  }
  return bytes;
}

void sweep(const fs::path& directory) {
  const auto current = current_generation(directory);
  if (!current) return;
  std::optional<std::uint64_t> previous;
  for (const auto number : finished_generations(directory)) {
    if (number < *current) previous = number;
  }
  std::vector<fs::path> useless;
  std::error_code error;
  for (const auto& [name, type] : list_folder(directory, error)) {
    const auto number = generation_number(name);
    if (is_unfinished(name) || (number && number != current && number != previous))
      useless.push_back(directory / name);
  }
  for (const auto& path : useless) remove_folder(path, error);
}

}  // namespace answers
