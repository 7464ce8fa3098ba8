#pragma once

#include "corpus/fields/quiz_options.h"
#include "corpus/values/data_value.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace answers {

/// What the quizzes of a file show about how right options are numbered.
struct Numbering {
  bool has_zero = false;       ///< some quiz names the option 0
  bool has_count = false;      ///< some names the option whose number is how many there are
  std::size_t as_text = 0;     ///< numbers that are the text of an option
  std::size_t as_numbers = 0;  ///< … that are not
  bool has_letters = false;    ///< some letter names an option and is the text of none
};

/// Adds what a quiz shows of how its file numbers the right options.
void learn_numbering(const Options& options, const DataValue* correct, Numbering& numbering);

/// Whether `correct`, which stands under `key`, names options and nothing else: by their texts,
/// letters or numbers.
bool names_option(const Options& options, const DataValue& correct, std::string_view key,
                  const Numbering& numbering);

/// The text of the right options, a line each: `correct`, which stands under `key`, names them by
/// their text, letter ("B", "Option B", "A, C"), number, or ticks. A number counts from what the
/// options' own keys say, else from 0 where `key` speaks of an index, else from what the file's
/// `numbering` shows, else from 1 in sheets and 0 in lists. What names none is text itself.
std::string right_options(const Options& options, const DataValue* correct, std::string_view key,
                          const Numbering& numbering);

}  // namespace answers
