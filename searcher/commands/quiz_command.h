#pragma once

#include "searcher/display/terminal.h"
#include "searcher/study/quiz.h"

#include <iosfwd>
#include <string>
#include <vector>

namespace answers {

/// What was typed behind `answers quiz`.
struct QuizCommand {
  std::string index{};               ///< --index, empty for the default
  std::vector<std::string> words{};  ///< a query; empty for all questions of the index
  QuizOptions options{};
  bool stats = false;  ///< say how things stand, and ask nothing
  bool count = false;  ///< say how many are due, a number alone, and ask nothing
  bool json = false;   ///< the stats as JSON
  ColorChoice color = ColorChoice::automatic;
};

/// Asks: a question on `out`, a key, its answer, a key for the grade, which goes into the review
/// log at once. Where standard input is no terminal each key is a line. What to press goes to
/// `talk`, and only to a person. Returns the exit code: 0 it asked, or told the stats; 1 there was
/// nothing to ask, or to count; 130 interrupted.
int run_quiz(const QuizCommand& command, std::ostream& out, std::ostream& talk);

}  // namespace answers
