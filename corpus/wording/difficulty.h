#pragma once

#include <string>
#include <string_view>

namespace answers {

/// What a collection says about how hard a question is, as "easy", "medium" or "hard": words in
/// several languages ("Advanced", "сложный", "中等"), grades ("E", "L2", "3/3"), stars ("★★☆"),
/// and the emoji of interview notes (👶 ⭐ 🚀). Empty when it is none of these.
std::string difficulty_named(std::string_view text);

/// Takes the grade off the beginning or the end of a question: "[H] Why …", "(★☆☆)", "… 👶",
/// "(Easy)". What is left stays in `question`; empty when there was none.
std::string take_difficulty(std::string_view& question);

}  // namespace answers
