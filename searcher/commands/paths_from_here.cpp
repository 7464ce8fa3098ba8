#include "searcher/commands/paths_from_here.h"

#include "indexer/building/collection_files.h"
#include "searcher/query/query_syntax.h"

#include <fmt/core.h>

#include <optional>
#include <string_view>
#include <system_error>

namespace answers {
namespace fs = std::filesystem;
namespace {

/// "." for all of the project. Nothing where `path` is not meant as one from here.
std::optional<std::string> name_of(const std::string& path, const fs::path& directory) {
  if (directory.empty()) return std::nullopt;
  std::error_code error;
  const bool leads_away =
      path.starts_with("./") || path.starts_with("../") || path == ".." || path == ".";
  if (!leads_away && !fs::exists(path, error)) return std::nullopt;
  std::string name = FileNames(directory).name_of(path);
  while (name.size() > 1 && name.ends_with('/')) name.pop_back();
  std::erase(name, '"');
  return name;
}

}  // namespace

std::string path_filter(const std::string& path, const fs::path& directory) {
  std::string name = name_of(path, directory).value_or(path);
  while (name.size() > 1 && name.ends_with('/')) name.pop_back();
  std::erase(name, '"');
  return name == "." ? "" : fmt::format(" path:\"{}\"", name);
}

std::string query_from_here(const std::string& query, const fs::path& directory) {
  if (query.find("path:") == std::string::npos) return query;
  std::string from_here;
  std::size_t copied = 0;
  for (const Chunk& chunk : cut_query(query, [](std::size_t, const std::string&) {}).chunks) {
    if (chunk.field != "path") continue;
    const auto name = name_of(query.substr(chunk.begin, chunk.end - chunk.begin), directory);
    if (!name) continue;
    const bool is_quoted = chunk.end < query.size() && query[chunk.begin - 1] == '"';
    std::size_t begin = chunk.begin - (is_quoted ? 1 : 0);
    std::string value = '"' + *name + '"';
    if (*name == "." && chunk.sign != '-') {  // all of the project: no filter
      begin -= std::string_view("path:").size() + (chunk.sign == 0 ? 0 : 1);
      value.clear();
    }
    from_here += query.substr(copied, begin - copied) + value;
    copied = chunk.end + (is_quoted ? 1 : 0);
  }
  return from_here + query.substr(copied);
}

}  // namespace answers
