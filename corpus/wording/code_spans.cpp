#include "corpus/wording/code_spans.h"

#include <algorithm>

namespace answers {
namespace {

/// The bytes of a run of one sign.
std::size_t run_at(std::string_view text, std::size_t at) {
  const std::size_t end = text.find_first_not_of(text[at], at);
  return (end == std::string_view::npos ? text.size() : end) - at;
}

}  // namespace

bool begins_line(std::string_view before, std::string_view marks) {
  const std::size_t last = before.find_last_not_of(marks);
  return last == std::string_view::npos || before[last] == '\n';
}

std::size_t behind_code(std::string_view text, std::size_t at, UnclosedRuns& unclosed) {
  const std::size_t run = run_at(text, at);
  if (run >= 3 && begins_line(text.substr(0, at), " \t>")) {
    const std::string_view fence = text.substr(at, run);
    for (std::size_t end = text.find('\n', at); end != std::string_view::npos;
         end = text.find('\n', end + 1)) {
      const std::size_t sign = text.find_first_not_of(" \t>", end + 1);
      if (sign != std::string_view::npos && text.substr(sign).starts_with(fence))
        return std::min(text.find('\n', sign), text.size());
    }
    return text.size();
  }
  if (text[at] == '~' || run >= unclosed.size() || unclosed[run]) return at + run;
  for (std::size_t close = at + run; (close = text.find('`', close)) != std::string_view::npos;) {
    const std::size_t other = run_at(text, close);
    if (other == run) return close + run;
    close += other;
  }
  unclosed[run] = true;
  return at + run;
}

}  // namespace answers
