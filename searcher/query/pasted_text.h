#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace answers {

/// A part of a pasted text that is worth searching for.
struct PastedPart {
  std::size_t begin = 0;  ///< bytes of the text
  std::size_t end = 0;
  double weight = 1;  ///< of its words: more for names of exceptions, codes of errors and what is
                      ///< quoted, less for lines of code and hints
};

/// What an error message, a log, a stack trace or the output of a compiler says, in order and never
/// overlapping. Left out is what is of one machine and one moment: absolute paths, addresses, line
/// numbers, UUIDs, hashes, timestamps, process and thread ids; and of a stack trace all but the
/// messages. Empty when `text` does not look like any of these: a query that somebody typed.
/// O(length); of a long text the last 200 lines that say something.
std::vector<PastedPart> read_pasted(std::string_view text);

/// What a word of a message counts (`folded` as fold() gives it): 1, less for words that messages
/// of every kind are made of ("error", "line", "expected").
double message_weight(std::string_view folded);

}  // namespace answers
