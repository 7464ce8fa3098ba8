#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace answers {

struct TextLines;

/// A numbered question whose answer stands under its number in a key further down. Lines count
/// from 0.
struct KeyedQuestion {
  std::size_t line = 0;
  std::size_t text = 0;      ///< the first line below it: of its options, say
  std::size_t end = 0;       ///< one past its last line: at the next question, a heading or the key
  std::string_view title{};  ///< behind its number: a view of the text, up to the line `text`
  std::string answer{};      ///< what the key says; never empty
};

/// Lines [first, last) of a key, with what announces it.
struct AnswerKey {
  std::size_t first = 0;
  std::size_t last = 0;
};

struct KeyedQuestions {
  std::vector<KeyedQuestion> questions{};  ///< in the order of the text
  std::vector<AnswerKey> keys{};           ///< likewise
};

/// The questions whose answers stand in keys: numbered lines below "Answers", "Answer key",
/// "Lösungen", rows of a table there, or all in one line ("Answers: 1-B, 2-C"). A key belongs to
/// what counts as far as it does between the key before and itself. `lines` must outlive the
/// result. `is_code` says of a line whether it is anything but text. O(length).
KeyedQuestions keyed_questions(const TextLines& lines,
                               const std::function<bool(std::size_t line)>& is_code);

}  // namespace answers
