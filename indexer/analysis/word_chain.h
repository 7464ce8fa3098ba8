#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace answers {

/// Longer words are cut there: nobody types more, and a term must be short (Xapian: 245 bytes).
inline constexpr std::size_t longest_term = 64;

/// The first `longest_term` bytes, no character cut in two.
std::string_view cut_term(std::string_view folded);

/// Letters of one case (a capital may lead) or digits, without a sign between them.
struct Piece {
  std::size_t begin = 0;  ///< bytes of the text
  std::size_t end = 0;
  std::size_t folded_begin = 0;  ///< bytes of Chain::folded
  std::size_t folded_end = 0;
  std::size_t letters = 0;
  std::size_t capitals = 0;
  bool digits = false;
  bool plural = false;  ///< "GPUs": the s is left out
  char connector = 0;   ///< the sign before it; 0 at a change of case or to digits

  bool all_capitals() const { return capitals > 1 && capitals == letters; }
};

/// Pieces with nothing but connecting signs between them: "sklearn.linear_model.LinearRegression".
struct WordChain {
  std::vector<Piece> pieces{};
  std::string folded{};
  std::string symbols{};  ///< "++" of C++, "#" of C#

  /// Reads the chain that begins with the letter or digit at text[at]; where it ends. O(length).
  std::size_t read(std::string_view text, std::size_t at);

  /// What stands from one piece to another, at most longest_term bytes of it.
  std::string_view of(const Piece& first, const Piece& last) const;

 private:
  void clear();
  std::size_t read_letters(std::string_view text, std::size_t from, char connector);
  std::size_t skip_apostrophe(std::string_view text, std::size_t from);
  std::size_t read_symbols(std::string_view text, std::size_t from);
};

}  // namespace answers
