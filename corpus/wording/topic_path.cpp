#include "corpus/wording/topic_path.h"

#include "corpus/characters/characters.h"

#include <algorithm>

namespace answers {

std::vector<std::string> topic_path(std::string_view text) {
  constexpr std::string_view arrows[] = {" > ", " › ", " » "};
  std::vector<std::string> path;
  while (!text.empty()) {
    std::size_t end = text.size();
    std::size_t behind = text.size();
    for (const std::string_view arrow : arrows) {
      const std::size_t at = text.find(arrow);
      if (at < end) {
        end = at;
        behind = at + arrow.size();
      }
    }
    const std::string_view topic = trimmed(text.substr(0, end));
    if (!topic.empty()) path.emplace_back(topic);
    text.remove_prefix(behind);
  }
  return path;
}

}  // namespace answers
