#include "searcher/commands/search_log.h"

#include "indexer/analysis/analysis.h"
#include "indexer/building/collection_files.h"
#include "searcher/study/review_log.h"

#include <fmt/chrono.h>
#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <map>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace answers {
namespace fs = std::filesystem;
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t longest_query = 1000;
constexpr off_t largest_log = 4 << 20;

[[noreturn]] void fail(const fs::path& path) {
  throw std::system_error(errno, std::generic_category(), path.string());
}

/// A query as it is compared: folded, its blanks single.
std::string key_of(std::string_view query) {
  std::string key;
  for (const char c : fold(query)) {
    const bool blank = c == ' ' || c == '\t' || c == '\n';
    if (!blank) key += c;
    if (blank && !key.empty() && key.back() != ' ') key += ' ';
  }
  if (key.ends_with(' ')) key.pop_back();
  return key;
}

}  // namespace

bool logs_searches() {
  const char* value = std::getenv("ANSWERS_LOG_SEARCHES");
  return value != nullptr && std::string_view(value) == "true";
}

fs::path search_log_path() {
  const fs::path reviews = review_log_path();
  return reviews.empty() ? reviews : reviews.parent_path() / "searches.jsonl";
}

void log_failed_search(std::string_view query, const fs::path& index, std::time_t at) {
  const fs::path path = search_log_path();
  if (path.empty()) {
    throw std::system_error(std::make_error_code(std::errc::no_such_file_or_directory),
                            "there is no home folder ($HOME is not set)");
  }
  fs::create_directories(path.parent_path());
  const int descriptor = open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0) fail(path);
  const Json json = {{"at", fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(at))},
                     {"index", whole_path(index).string()},
                     {"query", query.substr(0, longest_query)}};
  const std::string line = json.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
  struct stat status {};
  const bool is_full = fstat(descriptor, &status) == 0 && status.st_size >= largest_log;
  // In one piece, so that searches at the same time do not mix their lines.
  const bool written =
      is_full || write(descriptor, line.data(), line.size()) == static_cast<ssize_t>(line.size());
  const int error = errno;
  close(descriptor);
  errno = error;
  if (!written) fail(path);
}

std::vector<FailedSearch> failed_searches(const fs::path& index,
                                          const std::function<void(const Trouble&)>& on_trouble) {
  const fs::path path = search_log_path();
  const std::string wanted = whole_path(index).string();
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    if (errno == ENOENT || errno == ENOTDIR) return {};
    fail(path);
  }
  std::map<std::string, FailedSearch> searches;
  std::string line;
  for (std::size_t number = 1; std::getline(file, line); ++number) {
    const auto json = Json::parse(line, nullptr, false);
    const auto text = [&](const char* key) {
      const bool has = json.is_object() && json.contains(key) && json[key].is_string();
      return has ? json[key].get<std::string>() : std::string();
    };
    std::string query = text("query");
    if (query.empty()) {
      on_trouble({path.string(), number, "not a search", "the line is left out"});
      continue;
    }
    if (text("index") != wanted) continue;
    FailedSearch& search = searches[key_of(query)];
    search.query = std::move(query);
    ++search.times;
    search.last = std::max(search.last, text("at"));
  }
  std::vector<FailedSearch> list;
  list.reserve(searches.size());
  for (auto& [key, search] : searches) list.push_back(std::move(search));
  std::ranges::stable_sort(list, [](const FailedSearch& a, const FailedSearch& b) {
    return a.times != b.times ? a.times > b.times : a.last > b.last;
  });
  return list;
}

}  // namespace answers
