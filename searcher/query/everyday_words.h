#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace answers {

/// Words that are about equally common in ordinary texts of a language.
struct EverydayWords {
  std::string_view language{};
  std::uint8_t rarity = 0;   ///< one word in 2^rarity is each of them
  std::string_view words{};  ///< folded, sorted, single blanks between them
};

/// All of the table, made by scripts/make-word-tables.
std::span<const EverydayWords> everyday_words();

/// How much a word tells of the matter of a text, at most, because it is common in ordinary texts:
/// the idf that it would have among records that were such texts, as natural logarithm; infinity
/// for a word that is not. `folded` as fold() gives it; an unknown `language` is taken for English.
/// Endings make no difference in English.
double most_information(std::string_view folded, std::string_view language);

}  // namespace answers
