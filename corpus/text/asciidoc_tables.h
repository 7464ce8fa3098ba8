#pragma once

#include "corpus/text/table_headings.h"

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace answers {

/// The rows of a table, of the lines between its delimiters; lines count from the first of them.
/// How many cells a row has is `columns`, or said by the first line where that is 0. O(length).
std::vector<MarkupRow> asciidoc_rows(std::span<const std::string_view> lines, std::size_t columns);

/// By "cols" in the attributes of a table: "1,2", "2*"; 0 where they do not say.
std::size_t asciidoc_columns(std::string_view attributes);

}  // namespace answers
