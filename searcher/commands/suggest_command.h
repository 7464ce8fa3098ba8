#pragma once

#include "indexer/commands/index_places.h"

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

namespace answers {

/// What was typed behind `answers suggest`.
struct SuggestCommand {
  enum class Form { text, json, tsv };
  TypedIndexes indexes{};            ///< --index
  std::vector<std::string> words{};  ///< the beginning of a query; "" last where a blank was typed
  std::size_t limit = 10;            ///< of words, and of questions
  Form form = Form::text;
};

/// Prints what the beginning of a query may become. Returns the exit code: 0 there is something, 1
/// nothing begins so.
///   text  a query a line: completed words, then questions
///   tsv   word TAB query TAB records; question TAB question TAB id TAB path:line
///   json  "schema": "answers.suggest/1"
int run_suggest(const SuggestCommand& command, std::ostream& out, std::ostream& talk);

}  // namespace answers
