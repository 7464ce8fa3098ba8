#include "corpus/outline/glossary_entry.h"

#include "corpus/characters/characters.h"

#include <algorithm>

namespace answers {

std::optional<GlossaryEntry> glossary_entry(std::string_view item) {
  constexpr std::size_t longest_term = 60;  // bytes
  constexpr std::size_t most_words = 5;
  const std::string_view begin = item.substr(0, longest_term);
  std::size_t at = std::string_view::npos;
  std::size_t size = 0;
  for (const std::string_view joint : {" : ", ": ", "：", " - ", " – ", " — ", " = "}) {
    const std::size_t here = begin.find(joint);
    if (here >= at) continue;
    at = here;
    size = joint.size();
  }
  if (at == std::string_view::npos) return std::nullopt;
  const GlossaryEntry entry{trimmed(item.substr(0, at)), trimmed(item.substr(at + size))};
  if (entry.term.size() < 2 || entry.text.empty() || count_words(entry.term) > most_words ||
      entry.term.find_first_of("?!*_`[<") != std::string_view::npos)
    return std::nullopt;
  return entry;
}

}  // namespace answers
