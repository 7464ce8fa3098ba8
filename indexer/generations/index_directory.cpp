#include "indexer/generations/index_directory.h"

#include "corpus/input/folder.h"
#include "indexer/generations/index_file.h"
#include "indexer/remote/address.h"
#include "indexer/schema.h"

#include <fmt/core.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <fcntl.h>
#include <random>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace answers {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view generation_prefix = "gen-";

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

/// Of a builder: "CURRENT.tmp", "gen-000043-0123abcd.tmp".
bool is_unfinished(std::string_view name) {
  return name == "CURRENT.tmp" || name == "live.tmp" ||
         (name.ends_with(".tmp") &&
          generation_number(name.substr(0, name.find_first_of("-.", generation_prefix.size()))));
}

void name_current(const fs::path& directory, std::uint64_t number) {
  const fs::path next = directory / "CURRENT.tmp";
  std::error_code ignored;  // what is there and stays fails below
  fs::remove(next, ignored);
  write_index_file(next, generation_name(number) + '\n');
  fs::rename(next, directory / "CURRENT");
}

void link_live(const fs::path& directory, std::uint64_t number) {
  const fs::path next = directory / "live.tmp";
  std::error_code error;
  fs::remove(next, error);
  fs::create_directory_symlink(generation_name(number), next, error);
  // EPERM and ENOTSUP: the file system has no links, and there is none that could be wrong.
  if (error == std::errc::operation_not_permitted || error == std::errc::not_supported) return;
  if (error) throw std::system_error(error, next.string());
  fs::rename(next, directory / "live", error);
  if (error == std::errc::is_a_directory) {
    throw IndexUnusable(
        fmt::format("{} is a folder, where a link to the newest generation is to be; "
                    "the index is built: move that folder away, and index again",
                    (directory / "live").string()));
  }
  if (error) throw std::system_error(error, (directory / "live").string());
}

/// Who found a folder on the way upwards did not choose it.
void expect_own(const fs::path& folder) {
  struct stat status {};
  if (lstat(folder.c_str(), &status) != 0) fail(folder);
  if (S_ISLNK(status.st_mode)) {
    throw IndexUnusable(fmt::format(
        "{0} is a link, and nobody named it; if you trust what it leads to: --index {0}",
        folder.string()));
  }
  // What sudo runs may read what the person who called it may.
  const char* caller = geteuid() == 0 ? std::getenv("SUDO_UID") : nullptr;
  if (status.st_uid == geteuid() || (caller != nullptr && std::to_string(status.st_uid) == caller))
    return;
  throw IndexUnusable(
      fmt::format("the index {0} belongs to another user (number {1}), so it is not opened; if you "
                  "trust it: --index {0}",
                  folder.string(), status.st_uid));
}

}  // namespace

fs::path find_index(const std::string& given) {
  const auto variable = [](const char* name) -> std::string_view {
    const char* value = std::getenv(name);
    return value != nullptr ? value : "";
  };
  for (const std::string_view named : {std::string_view(given), variable("ANSWERS_INDEX")}) {
    if (is_remote_address(named) || named.starts_with('@')) {
      throw IndexUnusable(
          fmt::format("this works on the folder of one index, and not over {}; on the machine that "
                      "has it: --index DIR",
                      named));
    }
    if (!named.empty()) return named;
  }
  std::error_code ignored;
  for (fs::path folder = fs::current_path(ignored); !folder.empty();
       folder = folder.parent_path()) {
    if (fs::path found = folder / ".answers"; fs::is_directory(found, ignored)) {
      expect_own(found);
      return found;
    }
    if (folder == folder.root_path()) break;
  }
  fs::path data(variable("XDG_DATA_HOME"));
  // The XDG specification: a relative path is to be ignored.
  if (!data.is_absolute()) {
    const fs::path home(variable("HOME"));
    if (!home.is_absolute()) {
      throw IndexUnusable(
          "there is no home folder ($HOME is not set) to look for the index in; name it with: "
          "--index DIR");
    }
    data = home / ".local" / "share";
  }
  return data / "answers" / "default";
}

fs::path project_of(const fs::path& index_directory) {
  fs::path whole = fs::absolute(index_directory).lexically_normal();
  if (!whole.has_filename()) whole = whole.parent_path();  // a slash at the end
  return whole.filename() == ".answers" ? whole.parent_path() : fs::path();
}

std::string generation_name(std::uint64_t number) {
  return fmt::format("{}{:06}", generation_prefix, number);
}

std::optional<std::uint64_t> generation_number(std::string_view name) {
  if (!name.starts_with(generation_prefix)) return std::nullopt;
  const std::string_view digits = name.substr(generation_prefix.size());
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return generation_name(number) == name ? std::optional(number) : std::nullopt;
}

std::optional<std::uint64_t> current_generation(const fs::path& directory) try {
  constexpr std::size_t longest = 32;
  const IndexFile file(directory / "CURRENT");
  if (file.size() > longest) return std::nullopt;
  const std::string text = file.text(longest);
  if (!text.ends_with('\n')) return std::nullopt;
  return generation_number(std::string_view(text).substr(0, text.size() - 1));
} catch (const std::system_error& error) {
  if (error.code() == std::errc::no_such_file_or_directory ||
      error.code() == std::errc::not_a_directory)
    return std::nullopt;
  throw;
}

std::vector<std::uint64_t> finished_generations(const fs::path& directory) {
  std::vector<std::uint64_t> numbers;
  std::error_code error;
  for (const auto& [name, type] : list_folder(directory, error)) {
    const auto number = generation_number(name);
    if (!number) continue;
    std::error_code ignored;
    const auto kind =
        type != fs::file_type::none ? type : fs::symlink_status(directory / name, ignored).type();
    if (kind == fs::file_type::directory) numbers.push_back(*number);
  }
  std::ranges::sort(numbers);
  return numbers;
}

NewGeneration::NewGeneration(const fs::path& directory) : directory_(directory) {
  const auto finished = finished_generations(directory);
  if (!finished.empty()) number_ = finished.back();
  if (const auto current = current_generation(directory)) number_ = std::max(number_, *current);
  ++number_;
  path_ =
      directory / fmt::format("{}-{:08x}.tmp", generation_name(number_), std::random_device()());
  if (!fs::create_directory(path_))
    throw std::system_error(std::make_error_code(std::errc::file_exists), path_.string());
}

NewGeneration::~NewGeneration() {
  std::error_code ignored;  // what stays sweep() removes another time
  if (!is_live_) remove_folder(path_, ignored);
}

void NewGeneration::publish(const std::vector<std::string>& databases,
                            std::span<const std::string> roots, std::span<const FileSum> known) {
  std::error_code error;
  for (const auto& entry : list_folder(path_, error)) {
    if (fs::is_directory(path_ / entry.name)) remove_folder(path_ / entry.name);
  }
  if (error) throw std::system_error(error, path_.string());
  for (const auto& name : databases) sync(path_ / name);
  Checksums checksums{std::string(schema::format), sums_of(path_, databases, known)};
  write_index_file(path_ / collections_name, to_lines(roots));
  write_index_file(path_ / stub_name, stub_of(generation_name(number_), checksums.files));
  const std::string others[] = {std::string(collections_name), std::string(stub_name)};
  for (auto& sum : sums_of(path_, others, {})) checksums.files.push_back(std::move(sum));
  write_index_file(path_ / checksums_name, to_text(checksums));
  sync(path_);
  const fs::path finished = directory_ / generation_name(number_);
  fs::rename(path_, finished);
  path_ = finished;
  sync(directory_);
  name_current(directory_, number_);
  is_live_ = true;
  link_live(directory_, number_);
  sync(directory_);
}

void make_current(const fs::path& directory, std::uint64_t number) {
  name_current(directory, number);
  link_live(directory, number);
  sync(directory);
}

bool is_current(const fs::path& directory, std::uint64_t number) {
  std::error_code error;
  return current_generation(directory) == number &&
         fs::read_symlink(directory / "live", error) == generation_name(number);
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

void sweep_unfinished(const fs::path& directory) {
  std::error_code error;
  for (const auto& entry : list_folder(directory, error)) {
    if (is_unfinished(entry.name)) remove_folder(directory / entry.name, error);
  }
}

void sweep_all_but(const fs::path& directory, std::span<const std::uint64_t> kept) {
  std::error_code error;
  for (const auto number : finished_generations(directory)) {
    if (std::ranges::find(kept, number) == kept.end())
      remove_folder(directory / generation_name(number), error);
  }
}

}  // namespace answers
