#include "searcher/display/passage_view.h"

#include "corpus/characters/ascii.h"
#include "corpus/wording/wiki_link.h"

#include <algorithm>
#include <optional>
#include <string>

namespace answers {
namespace {

constexpr std::uint8_t match_style = bold | underlined | red;

/// Where "*emphasis*" or "_emphasis_" that begins at `at` ends; npos: it is none. "a * b", "*.txt"
/// and "snake_case" are none.
std::size_t end_of_emphasis(std::string_view text, std::size_t at) {
  constexpr std::size_t longest = 300;
  const auto is_gap = [&](std::size_t i) { return i >= text.size() || text[i] <= ' '; };
  const auto is_word = [&](std::size_t i) { return i < text.size() && is_word_byte(text[i]); };
  const char mark = text[at];
  const bool opens = is_word(at + 1) || text.substr(at + 1, 1) == "\"";
  if ((at > 0 && (is_word(at - 1) || text[at - 1] == mark)) || !opens)
    return std::string_view::npos;
  const std::size_t stop = std::min(text.size(), at + longest);
  for (std::size_t end = at + 1; end < stop && text[end] != '`'; ++end) {
    if (text[end] == mark && !is_gap(end - 1) && !is_word(end + 1) && text[end - 1] != mark &&
        text.substr(end + 1, 1) != std::string_view(&mark, 1))
      return end;
  }
  return std::string_view::npos;
}

/// Whether the `record` says below what "[label]" leads to: "[label]: https://…".
bool is_defined(std::string_view label, std::string_view record) {
  return record.find("\n[" + std::string(label) + "]: ") != std::string_view::npos;
}

/// A link whose target stands elsewhere in its file: "[`String`s][String]", "[Option][]".
struct ReferenceLink {
  std::size_t label_end = 0;  ///< where its label ends, bytes from the first bracket
  std::size_t size = 0;
};

/// That with which `text` begins, of one line. Numbers are places in a table: "[0][1]".
std::optional<ReferenceLink> leading_reference_link(std::string_view text) {
  constexpr std::size_t longest = 200;
  constexpr std::string_view numerals = "0123456789,.:- ";
  text = text.substr(0, std::min(text.find('\n'), longest));
  if (!text.starts_with('[')) return std::nullopt;
  std::size_t open = 0;
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size() && end == 0; ++at) {
    if (text[at] == '`') at = std::min(text.find('`', at + 1), text.size());
    if (at >= text.size()) return std::nullopt;
    if (text[at] == '[') ++open;
    if (text[at] == ']' && --open == 0) end = at;
  }
  if (end < 2 || text.substr(end + 1, 1) != "[") return std::nullopt;
  if (text.substr(1, end - 1).find_first_not_of(numerals) == std::string_view::npos)
    return std::nullopt;
  const std::size_t close = text.find_first_of("[]", end + 2);
  if (close == std::string_view::npos || text[close] != ']') return std::nullopt;
  return ReferenceLink{end, close + 1};
}

/// What may stand before the brackets of "rows[i][j]".
bool is_index_base(char c) { return is_letter_or_digit(c) || c == '_' || c == ')' || c == ']'; }

/// Bytes of `text`, a passage of `record`, that only mark emphasis or the target of a link.
std::vector<bool> markup_bytes(std::string_view text, std::string_view record) {
  std::vector<bool> markup(text.size(), false);
  const auto mark = [&](std::size_t begin, std::size_t end) {
    std::fill(markup.begin() + static_cast<std::ptrdiff_t>(begin),
              markup.begin() + static_cast<std::ptrdiff_t>(end), true);
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '`') {  // nothing inside a code span is markup
      const auto end = text.find('`', at + 1);
      if (end == std::string_view::npos) continue;
      at = end;
    } else if (text.substr(at, 2) == "**" || text.substr(at, 2) == "__") {
      mark(at, at + 2);
      ++at;
    } else if (text.substr(at, 2) == "](") {
      const auto close = text.find(')', at);
      const auto open = text.rfind('[', at);
      if (close == std::string_view::npos || open == std::string_view::npos || close - at > 500)
        continue;
      mark(open, open + 1);
      mark(at, close + 1);
      at = close;
    } else if (const auto link = leading_wiki_link(text.substr(at))) {
      const auto label = static_cast<std::size_t>(link->label.data() - text.data());
      mark(at, label);
      mark(label + link->label.size(), at + link->size);
      at += link->size - 1;
    } else if (const auto reference = leading_reference_link(text.substr(at));
               reference && (at == 0 || !is_index_base(text[at - 1]))) {
      mark(at, at + 1);
      mark(at + reference->label_end, at + reference->size);
    } else if (c == '[') {
      const auto close = text.find_first_of("[]\n", at + 1);
      if (close < text.size() && text[close] == ']' && text.substr(close + 1, 1) != "(" &&
          is_defined(text.substr(at + 1, close - at - 1), record)) {
        mark(at, at + 1);
        mark(close, close + 1);
      }
    } else if (c == '*' || c == '_') {
      if (const auto end = end_of_emphasis(text, at); end != std::string_view::npos) {
        mark(at, at + 1);
        mark(end, end + 1);
      }
    }
  }
  return markup;
}

constexpr std::size_t narrowest_item = 8;  // columns beside its marker

bool is_fence(std::string_view line) {
  const auto first = line.find_first_not_of(' ');
  if (first == std::string_view::npos) return false;
  line.remove_prefix(first);
  return line.starts_with("```") || line.starts_with("~~~");
}

/// How many bytes of "- item", "* item", "3. item" stand before the item; 0 for another line.
std::size_t item_marker(std::string_view line) {
  const auto first = line.find_first_not_of(" \t");
  if (first == std::string_view::npos) return 0;
  const std::string_view rest = line.substr(first);
  std::size_t sign = rest.find_first_not_of("0123456789");
  if (sign == std::string_view::npos || sign > 3) return 0;
  const bool is_item = sign == 0 ? rest[0] == '-' || rest[0] == '*' || rest[0] == '+'
                                 : rest[sign] == '.' || rest[sign] == ')';
  return is_item && rest.substr(sign + 1, 1) == " " ? first + sign + 2 : 0;
}

bool is_row(std::string_view line) {
  const auto first = line.find_first_not_of(" \t");
  return first != std::string_view::npos && line[first] == '|';
}

/// "|---|:-:|": the line below the heads of a table.
bool is_row_of_dashes(std::string_view row) {
  return row.find_first_not_of(" \t|-:") == std::string_view::npos &&
         row.find('-') != std::string_view::npos;
}

/// The cells of "| one | two |" as bytes of the row, without the blanks about them.
std::vector<Range> cells_of(std::string_view row) {
  std::vector<Range> cells;
  const auto add = [&](std::size_t begin, std::size_t end) {
    while (begin < end && (row[begin] == ' ' || row[begin] == '\t')) ++begin;
    while (end > begin && (row[end - 1] == ' ' || row[end - 1] == '\t')) --end;
    cells.push_back({begin, end});
  };
  std::size_t begin = row.find('|') + 1;
  for (std::size_t at = begin; at < row.size(); ++at) {
    if (row[at] == '\\') {
      ++at;
    } else if (row[at] == '|') {
      add(begin, at);
      begin = at + 1;
    }
  }
  if (row.substr(begin).find_first_not_of(" \t\r") != std::string_view::npos)
    add(begin, row.size());
  return cells;
}

/// Rows below each other, in columns as wide as their widest cell.
void append_table(const std::vector<std::vector<StyledText>>& rows, std::size_t columns,
                  std::vector<StyledText>& lines) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].width());
  }
  for (const auto& row : rows) {
    StyledText line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) line.append(" │ ", dim);
      line.append(row[i]);
      if (i + 1 < row.size()) line.append(std::string(widths[i] - row[i].width(), ' '));
    }
    lines.push_back(cut(line, columns));
  }
}

/// A list item, a row of a table, a heading, a quotation: begins a line of its own.
bool begins_line(std::string_view line) {
  const auto first = line.find_first_not_of(" \t");
  if (first == std::string_view::npos) return true;
  const char c = line[first];
  return c == '|' || c == '#' || c == '>' || item_marker(line) > 0;
}

/// Behind the marks of a heading, "### "; 0 for another line. One "#" alone may be a prompt or a
/// remark, and stays.
std::size_t heading_marks(std::string_view line) {
  const std::size_t marks = line.find_first_not_of('#');
  return marks != std::string_view::npos && marks >= 2 && line[marks] == ' ' ? marks + 1 : 0;
}

/// The columns that the line of `text` about `at` is indented by; npos where it is blank.
std::size_t indent_of_line(std::string_view text, std::size_t at) {
  const std::size_t begin = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
  const std::size_t first = text.find_first_not_of(" \t\r", begin);
  if (first == std::string_view::npos || text[first] == '\n') return std::string_view::npos;
  std::size_t columns = 0;
  for (const char c : text.substr(begin, first - begin)) columns += c == '\t' ? 8 - columns % 8 : 1;
  return columns;
}

/// Whether the lines of text[begin, end) are set apart by blanks before them, as code is without a
/// fence: below an empty line, and no part of a list item.
bool is_set_apart(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::size_t least = 4;
  constexpr std::size_t least_of_several = 3;  // the first line of a paragraph of Info has so many
  std::size_t lines = 0;
  std::size_t shallowest = std::string_view::npos;
  for (std::size_t at = begin; at < end; at = std::min(text.find('\n', at), end) + 1) {
    const std::size_t indent = indent_of_line(text, at);
    if (indent == std::string_view::npos) continue;
    ++lines;
    shallowest = std::min(shallowest, indent);
  }
  if (lines == 0 || shallowest < (lines == 1 ? least : least_of_several)) return false;
  if (item_marker(text.substr(begin, end - begin)) > 0) return false;
  begin = text.find_first_not_of(" \t\r\n", begin);
  std::size_t line = begin == 0 ? 0 : text.rfind('\n', begin - 1) + 1;
  bool is_below_empty = true;
  while (line > 0) {
    const std::size_t last = line - 1;
    line = last == 0 ? 0 : text.rfind('\n', last - 1) + 1;
    const std::size_t indent = indent_of_line(text, last);
    if (item_marker(text.substr(line, last - line)) > 0) return false;
    if (indent < least_of_several) return is_below_empty;
    is_below_empty = indent == std::string_view::npos;
  }
  return true;
}

/// `text` with `style` on its matches, without the bytes of `markup`.
StyledText highlighted(std::string_view text, std::span<const Range> matches, std::uint8_t base,
                       std::uint8_t style, const std::vector<bool>& markup) {
  StyledText shown;
  auto match = matches.begin();
  for (std::size_t begin = 0; begin < text.size();) {
    while (match != matches.end() && match->end <= begin) ++match;
    const bool inside = match != matches.end() && match->begin <= begin;
    std::size_t end =
        inside ? std::min(match->end, text.size())
               : (match == matches.end() ? text.size() : std::min(match->begin, text.size()));
    std::size_t stop = begin + 1;
    while (stop < end && markup[stop] == markup[begin]) ++stop;
    end = stop;
    if (!markup[begin]) {
      shown.append(text.substr(begin, end - begin),
                   static_cast<std::uint8_t>(inside ? base | style : base));
    }
    begin = end;
  }
  return shown;
}

}  // namespace

StyledText highlighted(std::string_view text, std::span<const Range> matches, std::uint8_t base,
                       std::uint8_t style) {
  return highlighted(text, matches, base, style, markup_bytes(text, {}));
}

std::vector<StyledText> passage_lines(const Passage& passage, std::size_t columns,
                                      std::string_view record) {
  const std::string_view text = passage.text;
  // What stands before the passage says how far its first line is indented.
  const bool is_of_record = passage.field == Passage::Field::answer &&
                            passage.byte <= record.size() &&
                            record.substr(passage.byte, text.size()) == text;
  const std::string_view around = is_of_record ? record : text;
  const std::size_t before = is_of_record ? passage.byte : 0;
  std::vector<StyledText> lines;
  bool in_code = false;
  const auto part = [&](std::size_t begin, std::size_t end, std::uint8_t base = plain) {
    std::vector<Range> matches;
    for (const Range& match : passage.matches) {
      if (match.end > begin && match.begin < end) {
        matches.push_back({std::max(match.begin, begin) - begin, std::min(match.end, end) - begin});
      }
    }
    const std::string_view shown = text.substr(begin, end - begin);
    if (!in_code)
      return highlighted(shown, matches, base, match_style, markup_bytes(shown, record));
    const std::vector<bool> no_markup(shown.size(), false);  // `__init__` is no emphasis there
    return highlighted(shown, matches, base, match_style, no_markup);
  };
  std::vector<std::vector<StyledText>> table;
  const auto finish_table = [&] {
    append_table(table, columns, lines);
    table.clear();
  };
  const auto add_code = [&](std::size_t begin, std::size_t end) {
    StyledText code;
    code.append("│ ", dim).append(part(begin, end));
    lines.push_back(cut(code, columns));
  };
  const auto add_set_apart = [&](std::size_t begin, std::size_t end) {
    std::size_t shallowest = std::string_view::npos;
    for (std::size_t at = begin; at < end; at = std::min(text.find('\n', at), end) + 1)
      shallowest = std::min(shallowest, indent_of_line(around, before + at));
    in_code = true;
    for (std::size_t at = begin; at < end;) {
      const std::size_t stop = std::min(text.find('\n', at), end);
      std::size_t left = at;
      for (std::size_t columns_left = 0;
           left < stop && columns_left < shallowest && (text[left] == ' ' || text[left] == '\t');
           ++left)
        columns_left += text[left] == '\t' ? 8 - columns_left % 8 : 1;
      if (left < stop) add_code(at == 0 ? 0 : left, stop);
      at = stop + 1;
    }
    in_code = false;
  };
  std::size_t paragraph = 0;  // where the paragraph being gathered begins
  const auto finish_paragraph = [&](std::size_t end) {
    if (end <= paragraph) return;
    finish_table();
    if (is_set_apart(around, before + paragraph, before + end)) {
      add_set_apart(paragraph, end);
      return;
    }
    std::size_t marker = item_marker(text.substr(paragraph, end - paragraph));
    if (marker + narrowest_item > columns) marker = 0;
    StyledText margin = part(paragraph, paragraph + marker);  // of its first line
    const std::size_t width = margin.width();
    for (const auto& line : wrap(part(paragraph + marker, end), columns - width)) {
      lines.push_back(margin.append(line));
      margin = StyledText().append(std::string(width, ' '));
    }
  };
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    if (is_fence(line)) {
      finish_paragraph(begin);
      in_code = !in_code;
      paragraph = std::min(end + 1, text.size());
    } else if (!in_code && is_row(line)) {
      finish_paragraph(begin);
      paragraph = std::min(end + 1, text.size());
      if (!is_row_of_dashes(line)) {
        auto& row = table.emplace_back();
        for (const auto& [from, to] : cells_of(line)) row.push_back(part(begin + from, begin + to));
      }
    } else if (in_code) {
      finish_table();
      add_code(begin, end);
      paragraph = std::min(end + 1, text.size());
    } else if (const std::size_t marks = heading_marks(line); marks > 0) {
      finish_paragraph(begin);
      finish_table();
      for (auto& heading : wrap(part(begin + marks, end, bold), columns))
        lines.push_back(std::move(heading));
      paragraph = std::min(end + 1, text.size());
    } else if (begins_line(line)) {
      finish_paragraph(begin);
      paragraph = begin;
    }
    begin = end + 1;
  }
  if (!in_code) finish_paragraph(text.size());
  finish_table();
  return lines;
}

}  // namespace answers
