#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace answers {

/// The signs that numbers are written with: those of ASCII from '#' to '~' without '\', which stand
/// in a string of JavaScript as they are.
inline constexpr std::size_t number_signs = 91;
constexpr char number_sign(std::size_t digit) {
  const std::size_t sign = '#' + digit;
  return static_cast<char>(sign < '\\' ? sign : sign + 1);
}

/// Appends `number`: one sign below 61, else for each further sign a digit of thirty before it. The
/// browser's side of it is unpackNumbers() in assets/site_index.js.
inline void append_number(std::string& text, std::uint64_t number) {
  constexpr std::uint64_t last_digits = 61;
  constexpr std::uint64_t digits = number_signs - last_digits;
  while (number >= last_digits) {
    number -= last_digits;
    text += number_sign(last_digits + number % digits);
    number /= digits;
  }
  text += number_sign(number);
}

}  // namespace answers
