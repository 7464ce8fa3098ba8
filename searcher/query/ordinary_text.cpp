#include "searcher/query/everyday_words.h"
#include "searcher/query/spelling.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

namespace answers {
namespace {

constexpr double length = 200;  // words of a text

/// Whether `words`, sorted, has the word. O(log n).
bool has(std::string_view words, std::string_view word) {
  std::size_t first = 0;
  std::size_t last = words.size();
  while (first < last) {
    std::size_t begin = first + (last - first) / 2;
    while (begin > first && words[begin - 1] != ' ') --begin;
    const std::size_t end = std::min(words.find(' ', begin), words.size());
    const std::string_view here = words.substr(begin, end - begin);
    if (here == word) return true;
    if (here < word) {
      first = std::min(end + 1, last);
    } else {
      last = begin;
    }
  }
  return false;
}

/// The rarity of a word in a language; 0 for one that is not in the table.
int rarity_of(std::string_view word, std::string_view language) {
  for (const EverydayWords& row : everyday_words()) {
    if (row.language == language && has(row.words, word)) return row.rarity;
  }
  return 0;
}

/// What a word of English may be an inflection of.
int rarity_of_base(std::string_view word) {
  for (const std::string_view ending : {"s", "es", "ed", "d", "ing"}) {
    if (!word.ends_with(ending)) continue;
    for (const std::string_view added : {"", "e"}) {
      std::string base(word.substr(0, word.size() - ending.size()));
      base += added;
      if (!is_inflection(word, base)) continue;
      if (const int rarity = rarity_of(base, "en"); rarity > 0) return rarity;
    }
  }
  return 0;
}

}  // namespace

double most_information(std::string_view folded, std::string_view language) {
  const bool is_known = std::ranges::find(everyday_words(), language, &EverydayWords::language) !=
                        everyday_words().end();
  const bool is_english = !is_known || language == "en";
  int rarity = rarity_of(folded, is_english ? "en" : language);
  if (rarity == 0 && is_english) rarity = rarity_of_base(folded);
  if (rarity == 0) return std::numeric_limits<double>::infinity();
  const double share = 1 - std::pow(1 - std::exp2(-rarity), length);
  return -std::log(share);
}

}  // namespace answers
