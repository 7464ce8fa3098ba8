#include "corpus/data/csv_reader.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/data/data_records.h"
#include "corpus/data/field_names.h"
#include "corpus/data/table_rows.h"
#include "corpus/input/input.h"
#include "corpus/input/walk.h"
#include "corpus/listener.h"
#include "corpus/wording/furniture.h"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <vector>

namespace answers {
namespace {

/// Whether the names of columns speak of a question, and of an answer.
bool names_questions(const std::vector<std::string>& names) {
  bool asks = false;
  bool answers = false;
  for (const auto& name : names) {
    switch (field_name(trimmed(name)).role) {
      case FieldRole::question:
      case FieldRole::instruction:
      case FieldRole::term:
      case FieldRole::input:
        asks = true;
        break;
      case FieldRole::title:
        asks = asks || lower_ascii(trimmed(name)) == "title";
        break;
      case FieldRole::answer:
      case FieldRole::text:
      case FieldRole::output:
      case FieldRole::definition:
      case FieldRole::responses:
      case FieldRole::correct:
        answers = true;
        break;
      default:
        break;
    }
  }
  return asks && answers;
}

/// Whether all names are short words, as names of columns are.
bool looks_like_names(const std::vector<std::string>& cells) {
  return std::ranges::all_of(cells, [](const std::string& cell) {
    return cell.size() <= 40 && count_words(cell) <= 4 && !ends_in_question_mark(cell);
  });
}

std::string_view extension_of(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  return dot == std::string_view::npos ? std::string_view() : path.substr(dot);
}

bool is_table_name(std::string_view path) {
  const std::string extension = lower_ascii(extension_of(path));
  return extension == ".csv" || extension == ".tsv" || extension == ".tab" || extension == ".psv";
}

std::string_view whole_lines(std::string_view head) {
  const std::size_t end = head.rfind('\n');
  return head.size() < Input::head_bytes || end == std::string_view::npos ? head
                                                                          : head.substr(0, end + 1);
}

/// Where the table begins that `head` holds: behind a title and comments above its names, if some
/// of its first lines names questions; else behind comments alone. A title is a row with one cell
/// that is not empty; "#,question,answer" is no comment, since a column may be called "#".
std::size_t begin_of_table(std::string_view head) {
  constexpr int most_lines = 10;
  std::size_t behind_comments = 0;
  bool comments = true;
  std::size_t at = 0;
  for (int line = 0; line < most_lines && at < head.size(); ++line) {
    const std::string_view rest = head.substr(at);
    const bool comment = rest.starts_with("# ") || rest.starts_with("#\n");
    bool single = true;  // whatever separates cells
    for (const char separator : separators) {
      const std::vector<std::string> cells = first_row(rest, separator);
      if (!comment && names_questions(cells)) return at;
      const auto filled =
          std::ranges::count_if(cells, [](const std::string& cell) { return !is_blank(cell); });
      single = single && filled <= 1;
    }
    if (!comment && !single) break;
    at += std::min(rest.find('\n'), rest.size() - 1) + 1;
    comments = comments && comment;
    if (comments) behind_comments = at;
  }
  return behind_comments;
}

/// Whether a file's name speaks of flash cards.
bool speaks_of_cards(std::string_view path) {
  const std::string words = ' ' + folded_words(file_name(path)) + ' ';
  return std::ranges::any_of(
      std::initializer_list<std::string_view>{" anki ", " cards ", " deck ", " flashcards ",
                                              " quizlet ", " vocab ", " vocabulary "},
      [&words](std::string_view word) { return words.find(word) != std::string::npos; });
}

/// Whether most rows of two cells are cards: words on both sides, and the front asks or the back is
/// more than two words, or a TAB parts them, as in what programs for cards write. "name,city" above
/// "Ann,Rome" is a table of something else.
bool holds_cards(std::string_view head, char separator) {
  constexpr std::size_t most = 50;
  std::size_t rows = 0;
  std::size_t cards = 0;
  const auto has_word = [](std::string_view cell) {
    const auto letters = static_cast<std::size_t>(std::ranges::count_if(
        cell, [](char byte) { return is_letter(byte) || (byte & 0x80) != 0; }));
    const auto digits = static_cast<std::size_t>(std::ranges::count_if(cell, is_digit));
    return letters > 0 && letters >= digits && !trimmed(cell).starts_with("0x");
  };
  while (!head.empty() && rows < most) {
    const std::vector<std::string> cells = first_row(head, separator);
    head.remove_prefix(std::min(head.size(), std::min(head.find('\n'), head.size() - 1) + 1));
    if (cells.size() != 2) continue;
    ++rows;
    const bool says =
        separator == '\t' || ends_in_question_mark(cells[0]) || count_words(cells[1]) > 2;
    cards += has_word(cells[0]) && has_word(cells[1]) && says ? 1U : 0U;
  }
  return cards * 2 >= rows;
}

/// Cards as programs write them without a header: a front, a TAB and a back a line, maybe tags, and
/// the fronts ask or the file's name says what they are.
bool is_cards(std::string_view path, std::string_view head) {
  constexpr std::size_t fewest = 3;
  constexpr std::size_t most = 50;
  std::size_t cards = 0;
  std::size_t asking = 0;
  for (std::string_view rest = head; !rest.empty() && cards < most;) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    if (is_blank(line)) continue;
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos || std::ranges::count(line, '\t') > 2) return false;
    const std::string_view front = line.substr(0, tab);
    const std::string_view back = line.substr(tab + 1, line.find('\t', tab + 1) - tab - 1);
    if (is_blank(front) || is_blank(back)) return false;
    ++cards;
    asking += ends_in_question_mark(front) ? 1U : 0U;
  }
  return cards >= fewest &&
         (asking * 2 >= cards || smells_of_questions(path) || speaks_of_cards(path));
}

}  // namespace

int recognises_csv(std::string_view path, std::string_view head) {
  const bool named = is_table_name(path);
  // Most files of other forms are told by their first line, without cutting fifty.
  if (!named && !is_cards(path, whole_lines(head)) &&
      std::ranges::none_of(separators,
                           [head](char each) { return names_questions(first_row(head, each)); }))
    return 0;
  head = whole_lines(head);
  head.remove_prefix(begin_of_table(head));
  const char separator = sniff_separator(head);
  if (separator == '\0') return named ? 50 : 0;
  const bool speaks = names_questions(first_row(head, separator));
  if (named) return speaks ? 96 : 85;
  // Sentences hold commas, and Markdown tables pipes: without the name only clear headers count.
  if (!speaks && separator == '\t' && is_cards(path, head)) return 60;
  if (!speaks || (separator == '|' && head.starts_with('|'))) return 0;
  const auto names = first_row(head, separator);
  return looks_like_names(names) && head.find('\n') != std::string_view::npos ? 88 : 0;
}

void read_csv(Input& input) {
  std::string_view head = whole_lines(input.head());
  const std::size_t begin = begin_of_table(head);
  const auto first_line =
      static_cast<std::size_t>(std::ranges::count(head.substr(0, begin), '\n')) + 1;
  head.remove_prefix(begin);
  char separator = sniff_separator(head);
  if (separator == '\0') separator = lower_ascii(extension_of(input.path())) == ".tsv" ? '\t' : ',';
  TableRows rows(input, separator);
  DataRecords records(input.listener());
  std::vector<std::string> names;
  do {
    if (!rows.next()) return;
  } while (rows.place().line < first_line);

  const std::vector<std::string> first = rows.cells();
  bool is_header = names_questions(first);
  if (is_header || (looks_like_names(first) && first.size() > 2)) {
    names = first;
    is_header = true;
  } else if (ends_in_question_mark(first[0]) ||
             (first.size() == 2 &&
              (smells_of_questions(input.path()) || speaks_of_cards(input.path()) ||
               holds_cards(head, separator)))) {
    names = {"question", "answer", "tags"};
  } else if (first.size() >= 3 && first[0].find_first_not_of("0123456789. ") == std::string::npos &&
             ends_in_question_mark(first[1])) {
    names = {"number", "question", "answer", "tags"};
  } else {
    return;  // a table of something else
  }
  for (auto& name : names) name = std::string(trimmed(name));

  const DataRecords::PlaceOf place_of = [&rows](const DataValue&) { return rows.place(); };
  const Record base;
  DataValue row;
  row.kind = DataValue::Kind::object;
  for (bool more = !is_header || rows.next(); more; more = rows.next()) {
    row.members.clear();
    const auto& cells = rows.cells();
    for (std::size_t i = 0; i < cells.size() && i < names.size(); ++i) {
      DataMember& member = row.members.emplace_back();
      member.key = names[i];
      member.value.kind = DataValue::Kind::string;
      member.value.text = cells[i];
    }
    records.read(row, place_of, base);
  }
}

}  // namespace answers
