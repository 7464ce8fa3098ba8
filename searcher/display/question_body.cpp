#include "searcher/display/question_body.h"

#include "corpus/characters/characters.h"
#include "corpus/record.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace answers {
namespace {

/// Where the tick of an option stands in its line, "- [x] text" or "2. [X] text"; npos without one.
std::size_t tick_of(std::string_view line) {
  const std::size_t mark = line.find_first_not_of(" \t");
  if (mark == std::string_view::npos) return mark;
  std::size_t box = line.find_first_not_of("0123456789", mark);
  if (box == std::string_view::npos) return box;
  const std::string_view marks = box == mark ? "-*+" : ".)";
  if (marks.find(line[box]) == std::string_view::npos) return std::string_view::npos;
  box = line.find_first_not_of(' ', box + 1);
  if (box == std::string_view::npos) return box;
  const std::string_view rest = line.substr(box);
  return rest.starts_with("[x] ") || rest.starts_with("[X] ") ? box + 1 : std::string_view::npos;
}

}  // namespace

std::string body_without_answer(const Record& record) {
  std::string body = record.body;
  std::vector<std::size_t> ticks;
  for (std::size_t begin = 0; begin < body.size();) {
    const std::size_t end = std::min(body.find('\n', begin), body.size());
    const std::string_view line = std::string_view(body).substr(begin, end - begin);
    if (const std::size_t tick = tick_of(line); tick != std::string_view::npos) {
      constexpr std::size_t behind = 3;  // "x] "
      // What somebody ticked in a report is no option.
      if (record.answer.find(trimmed(line.substr(tick + behind))) == std::string::npos)
        return record.body;
      ticks.push_back(begin + tick);
    }
    begin = end + 1;
  }
  for (const std::size_t tick : ticks) body[tick] = ' ';
  return body;
}

}  // namespace answers
