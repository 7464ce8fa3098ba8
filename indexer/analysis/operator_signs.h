#pragma once

#include <cstddef>
#include <string_view>

/// Operators as words: "==", "?.", "`%`".
namespace answers {

/// Whether operators are made of the sign, or it stands for something where it is quoted ("$").
bool is_quotable_sign(char c);

/// The run of signs at `at` that is a word of its own, a part of `text`; empty for punctuation,
/// dashes, rules, bullets and what touches a word. text[at] is a quotable sign.
std::string_view signs_at(std::string_view text, std::size_t at);

}  // namespace answers
