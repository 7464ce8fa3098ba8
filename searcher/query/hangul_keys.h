#pragma once

#include <string>
#include <string_view>

namespace answers {

/// The keys that a word of Hangul is typed with, one letter of U+3131–U+3163 each: ㄱㅏㅂㅅ for 값.
/// Empty when the word has anything but syllables and such letters. O(length).
std::u32string keys_of_hangul(std::u32string_view word);

/// What comes of keys as a keyboard of two sets puts them together: the inverse of
/// keys_of_hangul(). Letters that belong to no syllable stand by themselves. O(length).
std::u32string hangul_of_keys(std::u32string_view keys);

/// Whether all of a word are whole syllables.
bool is_whole_hangul(std::u32string_view word);

}  // namespace answers
