#pragma once

#include "corpus/markdown/shapes.h"

#include <string>
#include <string_view>

namespace answers::markdown {

/// What stands below a question, in two parts.
struct BodyAndAnswer {
  std::string body{};    ///< code, options, images: what the question is about
  std::string answer{};  ///< trimmed; empty when there is none
};

/// Cuts the text between a question's title and its end where the answer begins: at an "Answer"
/// heading, label or fold, or, in a quiz, behind the options; there the options marked [x] and what
/// explains them are the answer. Without any of these all is answer. O(length).
BodyAndAnswer body_and_answer(const Document& document, const Found& found, std::size_t end);

}  // namespace answers::markdown
