#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace answers {

/// Terms of English that a word's family has besides its own and that no rule of endings joins to
/// it: "ate" and "eaten" of "eat", "depth" of "deep", "decis" (of "decision") of "decid". `folded`
/// is the word, `stem` its own term; terms come as stem(word) gives them, which Snowball's English
/// does. Many stand in no record. O(length × rules).
std::vector<std::string> family_of(std::string_view folded, std::string_view stem,
                                   const std::function<std::string(std::string_view)>& stem_of);

}  // namespace answers
