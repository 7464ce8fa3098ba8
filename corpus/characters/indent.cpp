#include "corpus/characters/indent.h"

#include <algorithm>

namespace answers {
namespace {

constexpr std::size_t tab_stop = 8;

std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(text.size(), end + 1));
  return line;
}

std::string_view white_space_of(std::string_view line) {
  std::size_t end = 0;
  while (end < line.size() && (line[end] == ' ' || line[end] == '\t')) ++end;
  return line.substr(0, end);
}

}  // namespace

std::size_t indent_of(std::string_view line) {
  std::size_t column = 0;
  for (const char sign : white_space_of(line))
    column = sign == '\t' ? (column / tab_stop + 1) * tab_stop : column + 1;
  return column;
}

std::vector<std::string_view> lines_in(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) lines.push_back(take_line(text));
  return lines;
}

std::string without_common_indent(std::string text) {
  std::string_view common;
  bool any = false;
  for (std::string_view rest = text; !rest.empty();) {
    const std::string_view line = take_line(rest);
    const std::string_view white = white_space_of(line);
    if (white.size() == line.size()) continue;
    if (!any) common = white;
    any = true;
    const auto differing = std::ranges::mismatch(common, white).in1;
    common = common.substr(0, static_cast<std::size_t>(differing - common.begin()));
  }
  const std::size_t indent = common.size();
  std::size_t kept = 0;  // nothing moves to the right: what is read next is still as it was
  for (std::string_view rest = text; !rest.empty();) {
    const bool ended = rest.find('\n') != std::string_view::npos;
    const std::string_view line = take_line(rest);
    const bool blank = white_space_of(line).size() == line.size();
    const std::string_view stays = blank ? std::string_view() : line.substr(indent);
    std::ranges::copy(stays, text.data() + kept);
    kept += stays.size();
    if (ended) text[kept++] = '\n';
  }
  text.resize(kept);
  return text;
}

}  // namespace answers
