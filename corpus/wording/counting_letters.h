#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace answers {

/// A title of a document and how far out it stands: the less, the further.
struct LevelledTitle {
  std::string_view title{};
  int level = 0;
};

/// Which of the titles a capital letter counts ("B. Scope", "**B)** Scope"): the title before or
/// behind it among its siblings bears the letter before or the letter behind. "Q. Services" between
/// "P. …" and "R. …" is no label of a question. O(titles).
std::vector<bool> counted_by_letters(std::span<const LevelledTitle> titles);

/// What stands behind the letter that counts a title; the title itself where there is none.
std::string_view behind_counting_letter(std::string_view title);

}  // namespace answers
