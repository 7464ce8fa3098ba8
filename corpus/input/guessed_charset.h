#pragma once

#include <string_view>

namespace answers {

/// The charset that a text is most likely in which is not UTF-8 and declares none: GB18030, BIG5,
/// CP932 (Shift_JIS), EUC-JP, CP949 (EUC-KR), CP1251 or KOI8-R, told by which bytes follow each
/// other and how often the commonest letters of the languages written in it come. Empty where none
/// of them is clear: that is Western text, a few words, or lines in several charsets. `sample` is
/// the beginning of the text, whole lines. O(length).
std::string_view guessed_charset(std::string_view sample);

}  // namespace answers
