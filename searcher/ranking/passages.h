#pragma once

#include "indexer/analysis/text_units.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace answers {

/// A word of a query where it stands in a text.
struct WordInText {
  std::uint32_t word = 0;  ///< index into the weights of the query's words
  float share = 1;         ///< of the word's weight that this form of it has
  std::size_t begin = 0;   ///< bytes of the text
};

/// A part of a text: [begin, end) bytes.
struct TextSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// What a query wants of a passage besides its words.
struct PassageWishes {
  /// Whether the text of a unit holds what is asked for (a date, a name); may be empty.
  std::function<bool(std::string_view)> is_of_kind{};
  bool defines = false;     ///< it asks what something is: what says so before examples of it
  bool wants_code = false;  ///< else code comes only where the rest says little of the query
};

/// The units in a row that say most of a query, as many as a person reads at once: at most six
/// lines of 80 characters, or a block of code whole. It never ends in a
/// heading or in words that lead to what follows ("Three kinds:"), if something does; a sentence
/// that goes on from the one before ("It …") has that one with it where there is room. It does not
/// begin with a greeting ("Hi, …") or a closing bracket. Where the text has nothing of the query:
/// its beginning. Empty for a text without units.
///
/// `units` are those of `text`, `found` in order, `weights` by word, their sum about 1.
/// O(units + found).
TextSpan choose_passage(std::string_view text, std::span<const TextUnit> units,
                        std::span<const WordInText> found, std::span<const double> weights,
                        const PassageWishes& wishes);

}  // namespace answers
