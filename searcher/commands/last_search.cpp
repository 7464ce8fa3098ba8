#include "searcher/commands/last_search.h"

#include "corpus/values/json_text.h"
#include "searcher/study/review_log.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <unistd.h>

namespace answers {
namespace fs = std::filesystem;
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t most_digits = 4;

/// The file of the terminal that any of the standard streams is; empty where none is one, or where
/// it cannot be kept.
fs::path file_of_terminal() {
  const fs::path reviews = review_log_path();
  if (reviews.empty()) return {};  // without a home
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    char name[256] = "";
    if (ttyname_r(descriptor, name, sizeof name) != 0) continue;
    std::string file(name);
    std::ranges::replace(file, '/', '-');
    return reviews.parent_path() / "last-search" / file.substr(1);
  }
  return {};
}

/// What was remembered in this session of the terminal; an object.
Json remembered() {
  std::ifstream file(file_of_terminal());
  Json json = Json::parse(file, nullptr, false);
  if (!json.is_object() || json.value("session", Json()) != Json(getsid(0))) return Json::object();
  return json;
}

}  // namespace

void remember_hits(std::span<const Hit> hits, const IndexPlaces& places) {
  const fs::path path = file_of_terminal();
  if (path.empty()) return;
  std::error_code error;
  Json ids = Json::object();
  for (const Hit& hit : hits) ids[std::to_string(hit.rank)] = hit.record.id;
  Json indexes = Json::array();
  for (const fs::path& directory : places.directories)
    indexes.push_back(fs::absolute(directory, error).lexically_normal().string());
  for (const auto& remote : places.remotes) indexes.push_back(remote->name());
  const Json json = {
      {"session", getsid(0)}, {"indexes", std::move(indexes)}, {"ids", std::move(ids)}};
  fs::create_directories(path.parent_path(), error);
  // Another search in the same terminal may be reading it: it sees the old or the new one.
  const fs::path next = path.string() + "." + std::to_string(getpid());
  std::ofstream(next) << json_text(json) << '\n';
  fs::permissions(next, fs::perms::owner_read | fs::perms::owner_write, error);
  fs::rename(next, path, error);
}

std::optional<RememberedHit> remembered_hit(std::string_view number) {
  if (number.empty() || number.size() > most_digits ||
      number.find_first_not_of("0123456789") != std::string_view::npos)
    return std::nullopt;
  const Json json = remembered();
  const Json ids = json.value("ids", Json::object());
  const Json indexes = json.value("indexes", Json::array());
  const auto id = ids.is_object() ? ids.find(std::string(number)) : ids.end();
  if (id == ids.end() || !id->is_string() || !indexes.is_array()) return std::nullopt;
  RememberedHit hit{{}, id->get<std::string>()};
  for (const Json& index : indexes) {
    if (!index.is_string()) return std::nullopt;
    hit.indexes.push_back(index.get<std::string>());
  }
  if (hit.indexes.empty()) return std::nullopt;
  return hit;
}

std::size_t last_remembered() {
  std::size_t last = 0;
  const Json json = remembered();
  const Json ids = json.value("ids", Json::object());
  for (const auto& [number, id] : ids.items()) {
    std::size_t rank = 0;
    std::from_chars(number.data(), number.data() + number.size(), rank);
    last = std::max(last, rank);
  }
  return last;
}

}  // namespace answers
