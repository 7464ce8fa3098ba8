#pragma once

#include "searcher/display/terminal.h"

#include <cstddef>
#include <iosfwd>
#include <string>

namespace answers {

/// What was typed behind `answers dupes`.
struct DupesCommand {
  enum class Form { text, json, jsonl, tsv };
  std::string index{};  ///< --index, empty for the default
  double least_similarity = 0.7;
  std::size_t limit = 0;  ///< groups, and contrasting pairs, to print at most; 0 for all
  Form form = Form::text;
  ColorChoice color = ColorChoice::automatic;
};

/// Prints the questions that are probably asked twice, in groups, and behind them the pairs that
/// only look so. Nothing is changed. Returns the exit code: 0 there are some, 1 there are none.
int run_dupes(const DupesCommand& command, std::ostream& out, std::ostream& talk);

}  // namespace answers
