#include "corpus/input/ignore_rules.h"

#include <algorithm>
#include <fstream>
#include <span>
#include <system_error>

namespace answers {
namespace {

constexpr const char* file_name_of_rules = ".answersignore";
/// What is longer is no list of patterns.
constexpr std::size_t most_bytes = 64 << 10;

/// Takes one character, a range of them or an escaped one off `pattern`, and says whether it
/// matches `c`. A '[' that is not closed is itself.
bool takes(std::string_view& pattern, char c) {
  const char first = pattern.front();
  pattern.remove_prefix(1);
  if (first == '?') return true;
  if (first == '\\' && !pattern.empty()) {
    const char escaped = pattern.front();
    pattern.remove_prefix(1);
    return escaped == c;
  }
  const bool negated = !pattern.empty() && (pattern.front() == '!' || pattern.front() == '^');
  const std::size_t from = negated ? 1 : 0;
  const std::size_t end = first == '[' ? pattern.find(']', from + 1) : pattern.npos;
  if (end == pattern.npos) return first == c;
  const std::string_view set = pattern.substr(from, end - from);
  pattern.remove_prefix(end + 1);
  bool has = false;
  for (std::size_t i = 0; i < set.size(); ++i) {
    const bool is_range = i + 2 < set.size() && set[i + 1] == '-';
    has = has || (is_range ? set[i] <= c && c <= set[i + 2] : set[i] == c);
    if (is_range) i += 2;
  }
  return has != negated;
}

/// Whether a name matches a pattern without slashes. Only the last '*' is ever gone back to.
bool matches(std::string_view pattern, std::string_view name) {
  std::string_view behind_star;
  std::string_view left_to_star;
  bool has_star = false;
  while (true) {
    if (!pattern.empty() && pattern.front() == '*') {
      pattern.remove_prefix(1);
      behind_star = pattern;
      left_to_star = name;
      has_star = true;
      continue;
    }
    if (name.empty() && pattern.empty()) return true;
    if (!name.empty() && !pattern.empty() && takes(pattern, name.front())) {
      name.remove_prefix(1);
      continue;
    }
    if (!has_star || left_to_star.empty()) return false;
    left_to_star.remove_prefix(1);
    name = left_to_star;
    pattern = behind_star;
  }
}

/// The same of the parts of a path, where "**" is what '*' is in a name.
bool matches(std::span<const std::string> pattern, std::span<const std::string_view> path) {
  std::span<const std::string> behind_stars;
  std::span<const std::string_view> left_to_stars;
  bool has_stars = false;
  while (true) {
    if (!pattern.empty() && pattern.front() == "**") {
      pattern = pattern.subspan(1);
      // "a/**" is what lies in a, and not a itself.
      if (pattern.empty()) return !path.empty();
      behind_stars = pattern;
      left_to_stars = path;
      has_stars = true;
      continue;
    }
    if (path.empty() && pattern.empty()) return true;
    if (!path.empty() && !pattern.empty() && matches(pattern.front(), path.front())) {
      path = path.subspan(1);
      pattern = pattern.subspan(1);
      continue;
    }
    if (!has_stars || left_to_stars.empty()) return false;
    left_to_stars = left_to_stars.subspan(1);
    path = left_to_stars;
    pattern = behind_stars;
  }
}

std::vector<std::string_view> parts_of(std::string_view path) {
  std::vector<std::string_view> parts;
  while (!path.empty()) {
    const auto slash = std::min(path.find('/'), path.size());
    if (slash > 0) parts.push_back(path.substr(0, slash));
    path.remove_prefix(std::min(slash + 1, path.size()));
  }
  return parts;
}

}  // namespace

IgnoreRules::IgnoreRules(std::string_view text) {
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    while (line.ends_with(' ') && !line.ends_with("\\ ")) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    Rule rule;
    rule.takes_back = line.front() == '!';
    if (rule.takes_back) line.remove_prefix(1);
    rule.folders_only = line.ends_with('/');
    if (rule.folders_only) line.remove_suffix(1);
    // A name alone stands for it at any depth.
    if (line.find('/') == line.npos) rule.parts.emplace_back("**");
    for (const std::string_view part : parts_of(line)) rule.parts.emplace_back(part);
    if (!line.empty()) rules_.push_back(std::move(rule));
  }
}

std::optional<bool> IgnoreRules::leaves_out(std::string_view path, bool is_folder) const {
  if (rules_.empty()) return std::nullopt;
  const std::vector<std::string_view> parts = parts_of(path);
  const auto last = std::find_if(rules_.rbegin(), rules_.rend(), [&](const auto& rule) {
    return (is_folder || !rule.folders_only) &&
           matches(std::span<const std::string>(rule.parts), parts);
  });
  return last == rules_.rend() ? std::nullopt : std::optional(!last->takes_back);
}

IgnoreRules read_ignore_rules(const std::filesystem::path& folder) {
  std::error_code error;
  const auto path = folder / file_name_of_rules;
  if (!std::filesystem::is_regular_file(path, error)) return {};
  std::ifstream file(path, std::ios::binary);
  std::string text(most_bytes, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(file.gcount()));
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  return IgnoreRules(text);
}

}  // namespace answers
