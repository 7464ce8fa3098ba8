#pragma once

#include "corpus/outline/plain_text.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace answers {

/// The number of a heading: "2.10" is {2, 10}, "B3" is {2, 3}, "17a" is {17, 1}.
struct HeadingNumber {
  static constexpr std::size_t most_parts = 6;
  std::array<std::uint16_t, most_parts> parts{};
  std::uint8_t depth = 0;  ///< how many parts
  bool zero = false;       ///< it ends in ".0", which is no part: "2.0" is {2}
};

/// How a number is dressed: what tells a heading from an item of a list inside an answer.
enum class NumberDress : unsigned char {
  bare,      ///< "1.2 What", "1  What"
  closed,    ///< "1. What", "1.2) What", "1: What"
  bracket,   ///< "[1.2] What", "(3) What"
  labelled,  ///< "Q1. What", "Question 3: What"
  subject,   ///< "Subject: 1.2. What"
  chapter,   ///< "Chapter 3. What"
};

/// A line that begins with a number as headings do.
struct NumberedLine {
  std::size_t line = 0;
  HeadingNumber number{};
  NumberDress dress = NumberDress::bare;
  char closer = '\0';             ///< the sign behind the number: '.', ')', ':', ']'
  std::uint32_t indent = 0;       ///< columns before it
  std::uint32_t text_column = 0;  ///< where what follows the number begins
  std::string_view title{};       ///< what follows the number, of its line
};

/// What `line` is as a numbered line; nullopt when it is none. O(1) but for blanks.
std::optional<NumberedLine> numbered_line(std::string_view line);

/// A sequence of numbered lines that count up.
struct NumberChain {
  std::vector<NumberedLine> lines{};  ///< in the order of the text
  double score = 0;                   ///< the more of its lines look like questions, the higher
};

struct NumberChains {
  /// The best sequence whose numbers grow: 1, 1.1, 1.2, 2 … The table of contents counts up as
  /// well, but its entries have no text below them; lists inside answers count up, but to less.
  NumberChain growing{};
  /// The best sequence of plain numbers that all look alike and may begin again at 1 under each
  /// title.
  NumberChain restarting{};
};

enum class Numerals { arabic, roman };

/// The sequences of lines in `text` that are numbered in `numerals`; of Roman ones only "IV. What"
/// and "iv) What". O(lines).
NumberChains number_chains(const PlainText& text, Numerals numerals);

}  // namespace answers
