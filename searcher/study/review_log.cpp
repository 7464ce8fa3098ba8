#include "searcher/study/review_log.h"

#include <fmt/chrono.h>
#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <optional>
#include <stdexcept>
#include <system_error>
#include <unistd.h>

namespace answers {
namespace fs = std::filesystem;
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 4> grade_names{"again", "hard", "good", "easy"};
constexpr std::string_view suspended = "suspended";  // where the grade stands

[[noreturn]] void fail(const fs::path& path) {
  throw std::system_error(errno, std::generic_category(), path.string());
}

std::optional<Grade> grade_named(std::string_view name) {
  const auto* const found = std::ranges::find(grade_names, name);
  if (found == grade_names.end()) return std::nullopt;
  return static_cast<Grade>(found - grade_names.begin() + 1);
}

/// "2026-11-22T13:05:11Z" -> seconds since 1970.
std::optional<std::time_t> parse_time(const std::string& text) {
  std::tm parts{};
  const char* end = strptime(text.c_str(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  if (end == nullptr || *end != '\0') return std::nullopt;
  return timegm(&parts);
}

std::optional<Review> parse_review(const std::string& line) {
  const auto json = Json::parse(line, nullptr, false);
  if (!json.is_object()) return std::nullopt;
  const auto text = [&](const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
  };
  const std::string grade = text("grade");
  const auto at = parse_time(text("at"));
  std::string question = text("question");
  if (!at || question.empty() || (grade != suspended && !grade_named(grade))) return std::nullopt;
  return Review{std::move(question), grade_named(grade), *at};
}

void sync_folder(const fs::path& folder) {
  const int descriptor = open(folder.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return;
  fsync(descriptor);  // where a file system has no such thing there is no better one
  close(descriptor);
}

}  // namespace

std::string_view name_of(Grade grade) {
  return grade_names.at(static_cast<std::size_t>(grade) - 1);
}

fs::path review_log_path() {
  const auto variable = [](const char* name) {
    const char* value = std::getenv(name);
    return fs::path(value != nullptr ? value : "");
  };
  fs::path state = variable("XDG_STATE_HOME");
  // The XDG specification: a relative path is to be ignored.
  if (!state.is_absolute()) state = variable("HOME") / ".local" / "state";
  if (!state.is_absolute()) return {};
  return state / "answers" / "reviews.jsonl";
}

std::vector<Review> read_reviews(const fs::path& path,
                                 const std::function<void(const Trouble&)>& on_trouble) {
  std::vector<Review> reviews;
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    if (errno == ENOENT || errno == ENOTDIR) return reviews;
    fail(path);
  }
  std::string line;
  for (std::size_t number = 1; std::getline(file, line); ++number) {
    if (line.empty()) continue;
    if (auto review = parse_review(line)) {
      reviews.push_back(std::move(*review));
    } else {
      on_trouble({path.string(), number, "not a review", "the line is left out"});
    }
  }
  return reviews;
}

ReviewLog::ReviewLog(const fs::path& path) : path_(path) {
  if (path.empty())
    throw std::runtime_error("there is no home folder ($HOME is not set) to keep reviews in");
  const bool is_new = !fs::exists(path);
  fs::create_directories(path.parent_path());
  descriptor_ = open(path.c_str(), O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor_ < 0) fail(path);
  if (is_new) sync_folder(path.parent_path());
}

ReviewLog::~ReviewLog() { close(descriptor_); }

void ReviewLog::append(const Review& review) {
  const Json json = {{"at", fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(review.at))},
                     {"question", review.question},
                     {"grade", review.grade ? name_of(*review.grade) : suspended}};
  std::string line = json.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
  // Behind a line that somebody's death left unfinished, on a new one.
  char last = '\n';
  const off_t size = lseek(descriptor_, 0, SEEK_END);
  if (size > 0 && pread(descriptor_, &last, 1, size - 1) == 1 && last != '\n')
    line.insert(line.begin(), '\n');
  std::string_view left = line;
  while (!left.empty()) {
    const auto written = write(descriptor_, left.data(), left.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail(path_);
    left.remove_prefix(static_cast<std::size_t>(written));
  }
  if (fdatasync(descriptor_) != 0 && errno != EINVAL) fail(path_);
  lines_.emplace_back(size, lseek(descriptor_, 0, SEEK_END));
}

bool ReviewLog::take_back() {
  if (lines_.empty() || lseek(descriptor_, 0, SEEK_END) != lines_.back().second) return false;
  if (ftruncate(descriptor_, lines_.back().first) != 0) fail(path_);
  lines_.pop_back();
  return true;
}

}  // namespace answers
