#include "corpus/text/table_headings.h"

#include "corpus/characters/characters.h"
#include "corpus/fields/column_names.h"
#include "corpus/outline/outline.h"
#include "corpus/wording/comment_fields.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace answers {
namespace {

/// The cell of a question may have several paragraphs.
std::string on_one_line(std::string_view text) {
  std::string line;
  for (const char letter : text) {
    if (letter != '\n')
      line += letter;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  return line;
}

}  // namespace

void add_table_headings(Outline& outline, const std::vector<MarkupRow>& rows,
                        const std::function<std::string(std::string_view)>& to_markdown) {
  constexpr std::size_t sample = 50;
  if (rows.size() < 2) return;
  std::vector<std::string> names;
  for (const std::string& cell : rows.front().cells) names.push_back(outline.plain_text(cell));
  auto [question, answer, cause] = named_columns(names);
  if (!question) return;
  if (!answer) {
    std::vector<std::vector<std::string>> cells;
    for (const MarkupRow& row : std::span(rows).subspan(1, std::min(sample, rows.size() - 1)))
      cells.push_back(row.cells);
    answer = wordiest_column(names, *question, cells);
  }
  if (!answer) return;
  for (const MarkupRow& row : std::span(rows).subspan(1)) {
    if (row.cells.size() <= *question || row.cells[*question].empty()) continue;
    Heading heading;
    heading.kind = BlockKind::card;
    heading.level = level_of_fold;
    heading.told = true;
    heading.title = on_one_line(outline.plain_text(row.cells[*question]));
    heading.line = row.first;
    heading.text = row.last;
    heading.end = row.last;
    heading.apart = true;
    const auto text_of = [&](std::size_t column) {
      if (column >= row.cells.size()) return std::string();
      const std::string& cell = row.cells[column];
      return !to_markdown ? cell : to_markdown(cell);
    };
    heading.answer = text_of(*answer);
    if (cause)
      heading.answer =
          cause_and_remedy(names[*cause], text_of(*cause), names[*answer], heading.answer);
    for (std::size_t column = 0; column < std::min(row.cells.size(), names.size()); ++column) {
      if (column != *question && column != *answer && column != cause && !row.cells[column].empty())
        set_field(heading.says(), names[column], outline.plain_text(row.cells[column]));
    }
    outline.headings.push_back(std::move(heading));
  }
}

}  // namespace answers
