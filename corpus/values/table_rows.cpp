#include "corpus/values/table_rows.h"

#include "corpus/input/input.h"
#include "corpus/listener.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace answers {
namespace {

constexpr std::size_t longest_row = Input::longest_line;

/// Cuts one row off the beginning of a text: its cells, and how many bytes it takes. nullopt when
/// the text ends before the row does and more may follow.
std::optional<std::size_t> cut_row(std::string_view text, char separator, bool quotes, bool is_all,
                                   std::vector<std::string>& cells) {
  cells.clear();
  std::size_t at = 0;
  std::size_t line_end = 0;  // the first at or behind `at`, once it is not before it
  for (;;) {
    std::string& cell = cells.emplace_back();
    // Blanks before a quote are no part of the cell: people write `a, "b, c"`. A separator is none.
    const std::string_view blanks = separator == '\t' ? " " : " \t";
    const std::size_t quote_at = std::min(text.find_first_not_of(blanks, at), text.size());
    if (quotes && quote_at < text.size() && text[quote_at] == '"') {
      at = quote_at + 1;
      for (;;) {
        const std::size_t quote = text.find('"', at);
        if (quote == std::string_view::npos) {
          if (!is_all) return std::nullopt;
          cell += text.substr(at);
          return text.size();
        }
        cell += text.substr(at, quote - at);
        at = quote + 1;
        if (at >= text.size()) {
          if (!is_all) return std::nullopt;
          return at;
        }
        if (text[at] != '"') break;
        cell += '"';
        ++at;
      }
    }
    // An unquoted cell, or what people write behind the closing quote.
    if (line_end <= at) line_end = text.find('\n', at);
    const std::string_view line = text.substr(0, line_end);
    const std::size_t end = std::min(line.find(separator, at), line_end);
    if (end == std::string_view::npos) {
      if (!is_all) return std::nullopt;
      cell += text.substr(at);
      return text.size();
    }
    cell += text.substr(at, end - at);
    at = end + 1;
    if (text[end] == '\n') return at;
  }
}

bool is_blank_row(const std::vector<std::string>& cells) {
  return std::ranges::all_of(cells, [](const std::string& cell) {
    return cell.find_first_not_of(" \t") == std::string::npos;
  });
}

}  // namespace

TableRows::TableRows(Input& input, char separator, bool quotes)
    : input_(input), window_(input), separator_(separator), quotes_(quotes) {}

bool TableRows::read_row(bool quotes) {
  bool is_all = false;
  std::optional<std::size_t> size;
  for (std::size_t tried = 0;;) {
    // A row that goes on for long is not cut anew for every block, or it would take n² steps.
    if (is_all || window_.text().size() >= 2 * tried) {
      size = cut_row(window_.text(), separator_, quotes, is_all, cells_);
      tried = std::max<std::size_t>(window_.text().size(), 1);
    }
    if (size || window_.text().size() > longest_row) break;
    is_all = !window_.more();
  }
  if (!size) return false;
  const std::size_t line = window_.line_at(0);
  const bool ended = *size > 0 && window_.text()[*size - 1] == '\n';
  place_ = {input_.path(), line, window_.line_at(*size - (ended ? 1 : 0)), window_.byte_at(0),
            window_.byte_at(*size)};
  window_.discard(*size);
  return true;
}

bool TableRows::next() {
  for (;;) {
    if (window_.text().empty() && !window_.more()) return false;
    if (!read_row(quotes_)) {
      input_.listener().on_trouble({input_.path(), window_.line_at(0),
                                    "a quoted cell that does not end within 32 MiB",
                                    "its quotes were ignored"});
      if (!read_row(false)) {
        window_.discard(window_.text().size());
        continue;
      }
    }
    if (!is_blank_row(cells_)) return true;
  }
}

std::vector<std::string> first_row(std::string_view text, char separator, std::size_t* size) {
  std::vector<std::string> cells;
  const auto taken = cut_row(text, separator, true, true, cells);
  if (size != nullptr) *size = taken.value_or(0);
  return cells;
}

char sniff_separator(std::string_view sample) {
  char best = '\0';
  std::size_t most = 0;
  for (const char separator : separators) {
    std::string_view rest = sample;
    std::vector<std::string> cells;
    std::size_t width = 0;
    std::size_t alike = 0;
    std::size_t rows = 0;
    while (!rest.empty() && rows < 50) {
      const auto size = cut_row(rest, separator, true, rows == 0, cells);
      if (!size) break;
      rest.remove_prefix(std::min(*size, rest.size()));
      if (is_blank_row(cells)) continue;
      if (rows++ == 0) width = cells.size();
      alike += cells.size() == width ? 1U : 0U;
    }
    // Of two that fit, the one that cuts every row alike; of these, the one before.
    if (width < 2 || alike * 10 < rows * 9) continue;
    if (alike * 100 / rows > most) {
      most = alike * 100 / rows;
      best = separator;
    }
  }
  return best;
}

}  // namespace answers
