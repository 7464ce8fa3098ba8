#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace answers {

/// Which stemmer is for a word: by the script of the word where that decides (a Russian word of an
/// English record), else by the language of the record.
class Stemmers {
 public:
  Stemmers();
  ~Stemmers();

  /// A number for the stemmer of words in Latin letters in a text of `language` (ISO 639-1; "" is
  /// English; a language without Latin letters has English for its Latin words; a language that
  /// has no stemmer has 0, which leaves words alone).
  std::size_t for_language(std::string_view language) const;
  /// The stemmer of `folded`, `by_language` if its letters are Latin. O(1).
  std::size_t for_word(std::string_view folded, std::size_t by_language) const;
  /// How many there are: numbers are below it.
  std::size_t count() const;

  /// The stem of a word (folded, letters only). Snowball, and before it, for English: one spelling
  /// for British and American, irregular plurals, plurals of abbreviations.
  std::string stem(const std::string& folded, std::size_t stemmer) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace answers
