#include "corpus/wording/hashtags.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/characters/sixteen_bytes.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace answers {
namespace {

bool is_colour(std::string_view name) {
  return (name.size() == 3 || name.size() == 6) && std::ranges::all_of(name, [](char c) {
           return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
         });
}

/// What a word names as a hashtag; empty where it is none.
std::string_view hashtag(std::string_view word) {
  constexpr std::size_t longest = 64;  // bytes
  if (!word.starts_with('#')) return {};
  const std::string_view name = word.substr(1);
  const bool is_name = !name.empty() && name.size() <= longest && is_word_byte(name.front()) &&
                       !is_digit(name.front()) && std::ranges::all_of(name, [](char c) {
                         return is_word_byte(c) || c == '_' || c == '-' || c == '/';
                       });
  return is_name && !is_colour(name) ? name : std::string_view();
}

void take_from(std::string_view text, std::vector<std::string>& tags) {
  constexpr std::size_t most_tags = 50;  // each is compared with all
  bool is_fenced = false;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(text.size(), end + 1));
    if (line.starts_with("```") || line.starts_with("~~~")) is_fenced = !is_fenced;
    std::vector<std::string_view> names;  // the last first
    while (!is_fenced && !line.empty()) {
      const std::size_t blank = line.find_last_of(" \t");
      const std::size_t begin = blank == std::string_view::npos ? 0 : blank + 1;
      const std::string_view name = hashtag(line.substr(begin));
      if (name.empty()) break;
      names.push_back(name);
      line = trimmed(line.substr(0, begin));
    }
    // One by itself may be a heading or a line of code: "#Usage", "#endif".
    const bool says_more = std::ranges::any_of(line, is_word_byte);
    if (names.size() < 2 && !says_more) continue;
    for (; !names.empty(); names.pop_back()) {
      const std::string_view name = names.back();
      if (tags.size() >= most_tags) return;
      if (std::ranges::find(tags, name) == tags.end()) tags.emplace_back(name);
    }
  }
}

}  // namespace

void take_hashtags(Record& record) {
  const auto may_begin_tag = [](const Sixteen& sign, const Sixteen& next) {
    const Sixteen lower = next | 0x20;
    return (sign == '#') & (((lower >= 'a') & (lower <= 'z')) | (next >= 0x80));
  };
  for (const std::string* const text : {&record.question, &record.body, &record.answer}) {
    if (find_pair(*text, 0, may_begin_tag) < text->size()) take_from(*text, record.tags);
  }
}

}  // namespace answers
