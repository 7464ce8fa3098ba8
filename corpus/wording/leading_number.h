#pragma once

#include <cstddef>
#include <string_view>

namespace answers {

/// The number a question begins with: "12.", "(3)", "2-2-1 ", "4、", "1.2.3 ",
/// "7-" where what follows begins like a question. Where it ends behind
/// its punctuation, and the number itself; `size` 0 when there is none.
struct LeadingNumber {
  std::string_view number{};
  std::size_t size = 0;
};
LeadingNumber leading_number(std::string_view text);

/// How many bytes a Roman numeral or a lone letter takes that counts the question behind it, its
/// mark and blank with it: "IV. ", "b) ", "(ii) "; 0 when there is none. "C. " is somebody's name.
std::size_t leading_ordinal(std::string_view text);

/// How many bytes a number of Chinese numerals takes that counts the question behind it, its mark
/// with it: "三、", "十二、"; 0 when there is none.
std::size_t leading_chinese_number(std::string_view text);

/// The value of a Roman numeral of I, V and X ("xiv" is 14); 0 for any other text.
std::size_t roman_value(std::string_view numeral);

}  // namespace answers
