#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace answers {

/// The first two letters of the words that may have one of some stems, for those who look for these
/// alone and need not stem every word. Letters of ASCII, of which i and y, and all others, are not
/// told apart.
class WordBeginnings {
 public:
  void add(std::string_view stem);
  bool may_begin(std::string_view word) const {
    return known_[place(word[0])][word.size() > 1 ? place(word[1]) : 0];
  }

 private:
  static constexpr std::size_t places = 27;  // a to z; all else at 0
  static std::size_t place(char c) {
    if (c == 'y') c = 'i';  // Snowball: the stem of "dying" is "die"
    return c >= 'a' && c <= 'z' ? static_cast<std::size_t>(c - 'a') + 1 : 0;
  }
  std::array<std::array<bool, places>, places> known_{};
};

/// Which stemmer is for a word: by the script of the word where that decides (a Russian word of an
/// English record), else by the language of the record.
class Stemmers {
 public:
  Stemmers();
  ~Stemmers();
  Stemmers(const Stemmers&) = delete;
  Stemmers& operator=(const Stemmers&) = delete;

  /// A number for the stemmer of words in Latin letters in a text of `language` (ISO 639-1; "" is
  /// English; a language without Latin letters has English for its Latin words; a language that
  /// has no stemmer has 0, which leaves words alone).
  std::size_t for_language(std::string_view language) const;
  /// The stemmer of `folded`, `by_language` if its letters are Latin. O(1).
  std::size_t for_word(std::string_view folded, std::size_t by_language) const;
  /// Whether words begin with the same two letters as their stems, see WordBeginnings.
  static bool keeps_beginnings(std::size_t stemmer);
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
