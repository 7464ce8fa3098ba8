#pragma once

#include "searcher/display/printers.h"

#include <iosfwd>

namespace answers {

/// Format::json and Format::jsonl of print_results() and print_error().
void print_json(const Results& results, const PrintOptions& options, std::ostream& out);
void print_json_lines(const Results& results, const PrintOptions& options, std::ostream& out);
void print_json_error(const BatchQuery& query, const PrintOptions& options, std::ostream& out);

}  // namespace answers
