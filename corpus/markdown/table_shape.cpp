#include "corpus/markdown/table_shape.h"

#include "corpus/characters/characters.h"
#include "corpus/fields/column_names.h"
#include "corpus/wording/question_text.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace answers::markdown {
namespace {

/// Where the cells of a row end: unescaped pipes outside of `code`.
std::vector<std::size_t> pipes_of(std::string_view row) {
  std::vector<std::size_t> pipes;
  std::size_t code_until = 0;
  bool ticks_close = true;
  for (std::size_t at = 0; at < row.size(); ++at) {
    if (row[at] == '\\') {
      ++at;
    } else if (row[at] == '`' && at >= code_until && ticks_close) {
      const std::size_t close = row.find('`', at + 1);
      ticks_close = close != std::string_view::npos;
      if (ticks_close) code_until = close + 1;
    } else if (row[at] == '|' && at >= code_until) {
      pipes.push_back(at);
    }
  }
  return pipes;
}

/// The cells of one row, at most `columns`: pipes that are too many stay in column `greedy`.
std::vector<std::string_view> cells_of(std::string_view row, std::size_t columns,
                                       std::size_t greedy) {
  row = trimmed(row);
  const bool leading = row.starts_with('|');
  if (leading) row.remove_prefix(1);
  std::vector<std::size_t> pipes = pipes_of(row);
  if (!pipes.empty() && pipes.back() + 1 == row.size()) {
    row.remove_suffix(1);
    pipes.pop_back();
  }
  std::vector<std::string_view> cells;
  const std::size_t found = pipes.size() + 1;
  const std::size_t surplus = columns > 0 && found > columns ? found - columns : 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < found; ++i) {
    if (surplus > 0 && cells.size() == greedy && i < greedy + surplus) continue;
    const std::size_t end = i < pipes.size() ? pipes[i] : row.size();
    cells.push_back(trimmed(row.substr(begin, end - begin)));
    begin = end + 1;
  }
  return cells;
}

/// An answer to which surplus pipes were left, without the empty cells at its end: "So. | |".
std::string_view without_empty_cells(std::string_view cell) {
  while (cell.ends_with('|') && !cell.ends_with("\\|"))
    cell = trimmed(cell.substr(0, cell.size() - 1));
  return cell;
}

bool is_delimiter_row(std::string_view line) {
  line = trimmed(line);
  return line.find('-') != std::string_view::npos && line.find('|') != std::string_view::npos &&
         line.find_first_not_of("|:- \t") == std::string_view::npos;
}

/// What a cell means: a table's way to write a line break or a pipe is undone.
std::string text_of(std::string_view cell) {
  std::string text;
  text.reserve(cell.size());
  for (std::size_t at = 0; at < cell.size(); ++at) {
    if (cell[at] == '\\' && at + 1 < cell.size() && cell[at + 1] == '|') continue;
    if (cell[at] == '<' && starts_with_ignoring_case(cell.substr(at), "<br")) {
      const std::size_t close = cell.substr(0, at + 8).find('>', at);
      if (close != std::string_view::npos) {
        while (!text.empty() && text.back() == ' ') text.pop_back();
        text += '\n';
        at = close;
        while (at + 1 < cell.size() && cell[at + 1] == ' ') ++at;
        continue;
      }
    }
    text += cell[at];
  }
  return std::string(trimmed(text));
}

struct Columns {
  std::size_t question = 0;
  std::optional<std::size_t> answer{};
  std::optional<std::size_t> cause{};
  std::vector<std::string> names{};
};

/// Whether half of the rows below a header, and two at least, ask in their first cell.
bool first_column_asks(const Document& document, std::size_t line, std::size_t end) {
  std::size_t rows = 0;
  std::size_t asking = 0;
  for (line += 2; line < end && document[line].kind == Kind::table_row; ++line, ++rows) {
    if (ends_in_question_mark(cells_of(document.whole(line), 2, 1).front())) ++asking;
  }
  return asking >= 2 && asking * 2 >= rows;
}

/// A header with a question column; whether it has one for the answer too is seen from the names,
/// or later from the rows.
std::optional<Columns> header_at(const Document& document, std::size_t line, std::size_t end) {
  const std::string_view header = document.whole(line);
  if (header.find('|') == std::string_view::npos || line + 1 >= end) return std::nullopt;
  if (!is_delimiter_row(document.whole(line + 1))) return std::nullopt;
  Columns columns;
  for (const std::string_view cell : cells_of(header, 0, 0))
    columns.names.push_back(plain_inline(cell));
  const auto [question, answer, cause] = named_columns(columns.names);
  columns.answer = answer;
  columns.cause = cause;
  // Without names, two columns of which the first asks.
  const bool nameless = std::ranges::all_of(columns.names, &std::string::empty);
  if (!question && nameless && columns.names.size() == 2 &&
      first_column_asks(document, line, end)) {
    columns.answer = 1;
    return columns;
  }
  if (!question || columns.names.size() < 2) return std::nullopt;
  columns.question = *question;
  return columns;
}

struct Row {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string text{};  ///< its lines, joined where a cell goes on
};

/// The rows below a header; `line` is moved behind them.
std::vector<Row> rows_of(const Document& document, std::size_t& line, std::size_t end,
                         std::size_t columns, bool leading_pipe) {
  std::vector<Row> rows;
  while (line < end) {
    const std::string_view first = trimmed(document.whole(line));
    if (leading_pipe ? !first.starts_with('|') : first.find('|') == std::string_view::npos) {
      // A line of text below a row, with rows below it, is a row of one cell to GitHub.
      const bool stray = leading_pipe && document[line].kind == Kind::text && line + 1 < end &&
                         trimmed(document.whole(line + 1)).starts_with('|');
      if (!stray) break;
      ++line;
      continue;
    }
    Row row{document.byte(line), 0, std::string(first)};
    ++line;
    // A cell goes on below until the row has all its pipes and ends in one.
    std::size_t pipes = pipes_of(first).size();
    while (leading_pipe && line < end && (!row.text.ends_with('|') || pipes <= columns)) {
      const Kind kind = document[line].kind;
      const std::string_view next = trimmed(document.whole(line));
      if (kind == Kind::blank || kind == Kind::heading || next.starts_with('|')) break;
      row.text += '\n';
      row.text += next;
      pipes += pipes_of(next).size();
      ++line;
    }
    row.end = document.byte(line);
    rows.push_back(std::move(row));
  }
  return rows;
}

/// The cells of the first rows.
std::vector<std::vector<std::string>> sample_of(const Columns& columns,
                                                const std::vector<Row>& rows) {
  constexpr std::size_t most = 50;
  std::vector<std::vector<std::string>> sample;
  for (std::size_t i = 0; i < std::min(rows.size(), most); ++i) {
    const auto cells = cells_of(rows[i].text, columns.names.size(), columns.names.size() - 1);
    sample.emplace_back(cells.begin(), cells.end());
  }
  return sample;
}

bool is_code(std::string_view cell) {
  return cell.size() > 2 && cell.front() == '`' && cell.back() == '`';
}

/// "118–120": which ones, and none of them.
bool is_range(std::string_view cell) {
  constexpr std::string_view digits = "0123456789";
  const std::size_t first = cell.find_first_not_of(digits);
  if (first == 0 || first == std::string_view::npos) return false;
  const std::size_t last = cell.find_last_not_of(digits);
  const std::string_view between = trimmed(cell.substr(first, last + 1 - first));
  return last + 1 < cell.size() && (between == "-" || between == "–" || between == "—");
}

bool is_link(std::string_view cell) {
  return cell.starts_with('[') && cell.ends_with(')') && cell.find("](") == cell.rfind("](") &&
         cell.find("](") != std::string_view::npos;
}

/// Whether every row says which questions are meant, where something stands, or one piece of code
/// in place of another: an index or a table of notations, whatever its columns are called.
bool only_refers(const Columns& columns, const std::vector<Row>& rows) {
  const auto all = [&](auto holds) {
    return std::ranges::all_of(rows, [&](const Row& row) {
      const auto cells = cells_of(row.text, columns.names.size(), *columns.answer);
      return is_delimiter_row(row.text) || cells.size() <= columns.question ||
             cells.size() <= *columns.answer ||
             holds(cells[columns.question], cells[*columns.answer]);
    });
  };
  return all([](std::string_view question, std::string_view) { return is_range(question); }) ||
         all([](std::string_view, std::string_view answer) { return is_link(answer); }) ||
         all([](std::string_view question, std::string_view answer) {
           return is_code(question) && is_code(answer);
         });
}

}  // namespace

void add_tables(const Document& document, std::vector<Candidate>& candidates) {
  const Range range{document.body_line(), document.count()};
  std::size_t line = range.first;
  while (line < range.last) {
    const Line& here = document[line];
    const bool possible = here.kind == Kind::table_row || here.kind == Kind::text;
    if (!possible || here.code == Code::yes) {
      ++line;
      continue;
    }
    auto columns = header_at(document, line, range.last);
    if (!columns) {
      ++line;
      continue;
    }
    const std::string header(document.whole(line));
    line += 2;
    const auto rows =
        rows_of(document, line, range.last, columns->names.size(), here.kind == Kind::table_row);
    if (!columns->answer)
      columns->answer =
          wordiest_column(columns->names, columns->question, sample_of(*columns, rows));
    if (!columns->answer) continue;  // a list of questions, or a table of contents
    if (only_refers(*columns, rows)) continue;
    for (const Row& row : rows) {
      const auto cells = cells_of(row.text, columns->names.size(), *columns->answer);
      if (cells.size() <= columns->question || is_delimiter_row(row.text)) continue;
      const std::string_view question = cells[columns->question];
      if (plain_inline(question) == columns->names[columns->question]) continue;  // a second header
      Found found;
      found.begin = row.begin;
      found.rest = row.end;
      found.end = row.end;
      found.question = text_of(question);
      if (*columns->answer < cells.size())
        found.answer = text_of(without_empty_cells(cells[*columns->answer]));
      if (columns->cause && *columns->cause < cells.size())
        found.answer =
            cause_and_remedy(columns->names[*columns->cause], text_of(cells[*columns->cause]),
                             columns->names[*columns->answer], found.answer);
      for (std::size_t column = 0; column < cells.size(); ++column) {
        if (column == columns->question || column == *columns->answer || column == columns->cause ||
            cells[column].empty())
          continue;
        found.fields.emplace_back(columns->names[column], plain_inline(text_of(cells[column])));
      }
      Block block = block_of(BlockKind::card, found, how_asks(found.question));
      block.told = true;
      candidates.push_back({block, std::move(found)});
    }
  }
}

}  // namespace answers::markdown
