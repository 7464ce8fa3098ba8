#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace answers {

struct Outline;

/// A row of a table in a document: where it stands, and its cells with their markup.
struct MarkupRow {
  std::size_t first = 0;  ///< its first line
  std::size_t last = 0;   ///< one past its last
  std::vector<std::string> cells{};
};

/// Adds to `outline` each row as a question with its answer, where the first row names columns of
/// such ("Problem", "Solution"); what other columns say goes to the record's fields. Any other
/// table adds nothing. An answer becomes Markdown by `to_markdown`, where there is one.
void add_table_headings(Outline& outline, const std::vector<MarkupRow>& rows,
                        const std::function<std::string(std::string_view)>& to_markdown = {});

}  // namespace answers
