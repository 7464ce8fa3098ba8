#pragma once

#include "corpus/input/text_lines.h"
#include "corpus/text/table_headings.h"

#include <cstddef>
#include <vector>

namespace answers {

struct RstTable {
  std::size_t end = 0;  ///< one past its last line; 0: there is no table
  std::vector<MarkupRow> rows{};
};

/// The table that begins at a line of reStructuredText: a grid, a simple one, a list-table, a
/// csv-table. O(its length).
RstTable rst_table(const TextLines& lines, std::size_t line);

}  // namespace answers
