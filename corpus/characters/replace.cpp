#include "corpus/characters/replace.h"

#include <cstddef>

namespace answers {

void replace_all(std::string& text, std::string_view old, std::string_view by) {
  std::string all;
  std::size_t at = 0;
  for (std::size_t found = 0; (found = text.find(old, at)) != std::string::npos;
       at = found + old.size())
    all.append(text, at, found - at).append(by);
  text = all.append(text, at);
}

}  // namespace answers
