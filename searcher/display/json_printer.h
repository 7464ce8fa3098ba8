#pragma once

#include "searcher/display/printers.h"
#include "searcher/query/suggest.h"

#include <cstddef>
#include <iosfwd>
#include <string_view>

namespace answers {

/// Format::json and Format::jsonl of print_results() and print_error().
std::size_t print_json(const Results& results, const PrintOptions& options, std::ostream& out);
std::size_t print_json_lines(const Results& results, const PrintOptions& options,
                             std::ostream& out);
void print_json_error(const BatchQuery& query, const PrintOptions& options, std::ostream& out);

/// One object, "schema": "answers.suggest/1".
void print_suggestions_json(std::string_view typed, const Suggestions& suggestions,
                            std::ostream& out);

}  // namespace answers
