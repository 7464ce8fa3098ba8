#pragma once

#include <string_view>

namespace answers {

/// The charset that a text is most likely in which is not UTF-8 and declares none, as uchardet
/// tells: GB18030, BIG5, CP932 (Shift_JIS), EUC-JP, CP949 (EUC-KR), CP1251 or KOI8-R. Empty where
/// it is none of them: that is Western text, a few words, or lines in several charsets. `sample` is
/// the beginning of the text, whole lines. O(length).
std::string_view guessed_charset(std::string_view sample);

}  // namespace answers
