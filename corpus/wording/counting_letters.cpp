#include "corpus/wording/counting_letters.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"

#include <cstddef>
#include <utility>

namespace answers {
namespace {

std::string_view behind_emphasis(std::string_view text) {
  const std::size_t begin = text.find_first_not_of("*_");
  return begin == std::string_view::npos ? std::string_view() : text.substr(begin);
}

/// The letter that may count a title; 0 where none does.
char counting_letter(std::string_view title) {
  title = behind_emphasis(title);
  if (title.size() < 3 || !is_upper(title[0]) || (title[1] != '.' && title[1] != ')')) return 0;
  const std::string_view rest = behind_emphasis(title.substr(2));
  return rest.starts_with(' ') && !is_blank(rest) ? title[0] : '\0';
}

}  // namespace

std::vector<bool> counted_by_letters(std::span<const LevelledTitle> titles) {
  std::vector<bool> counted(titles.size());
  std::vector<std::size_t> open;  // the last title of each level that still stands
  for (std::size_t i = 0; i < titles.size(); ++i) {
    while (!open.empty() && titles[open.back()].level > titles[i].level) open.pop_back();
    if (open.empty() || titles[open.back()].level < titles[i].level) {
      open.push_back(i);
      continue;
    }
    const std::size_t before = std::exchange(open.back(), i);
    const char letter = counting_letter(titles[before].title);
    if (letter != 0 && counting_letter(titles[i].title) == letter + 1)
      counted[before] = counted[i] = true;
  }
  return counted;
}

std::string_view behind_counting_letter(std::string_view title) {
  if (counting_letter(title) == 0) return title;
  return trimmed(behind_emphasis(behind_emphasis(title).substr(2)));
}

}  // namespace answers
