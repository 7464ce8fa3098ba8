#pragma once

#include <string>

namespace CLI {
class Option;
}  // namespace CLI

/// Numbers as people type them. What is none is refused in a sentence that says what is.
namespace answers {

/// The option takes 0, 1, 2 …, written in digits: 010 is ten, and neither -1 nor an empty text is a
/// number.
CLI::Option* takes_whole_number(CLI::Option* option);

/// The option takes decimals such as 0.7, from `least` to `most`.
CLI::Option* takes_decimal(CLI::Option* option, double least, double most);

}  // namespace answers
