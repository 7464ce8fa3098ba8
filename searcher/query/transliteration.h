#pragma once

#include <string>
#include <string_view>

namespace answers {

/// A folded word of Cyrillic letters as it is written with Latin ones, by how it sounds: "ping" of
/// "пинг", "doker" of "докер". Empty for a word with any other letter. O(length).
std::string latin_of_cyrillic(std::string_view folded);

}  // namespace answers
