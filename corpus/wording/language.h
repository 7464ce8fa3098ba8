#pragma once

#include <string>
#include <string_view>

namespace answers {

/// The language that a text is written in, ISO 639-1, by its scripts and its function words; ""
/// when it cannot tell. `more` is text of the same writer. Looks at the first 2 KB of each at
/// most, until there is no doubt, without code and addresses. O(1).
std::string_view detect_language(std::string_view text, std::string_view more = {});

/// Whether `word` (lower case, without accents and apostrophes) says little about what a text is
/// about: articles, prepositions, pronouns, auxiliaries, and the words that questions are asked
/// with. An unknown `language` is taken for English.
bool is_function_word(std::string_view word, std::string_view language);

}  // namespace answers
