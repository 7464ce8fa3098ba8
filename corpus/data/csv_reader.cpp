#include "corpus/data/csv_reader.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/fields/column_names.h"
#include "corpus/fields/conversation.h"
#include "corpus/fields/data_records.h"
#include "corpus/fields/field_names.h"
#include "corpus/fields/option_names.h"
#include "corpus/fields/quiz_options.h"
#include "corpus/input/input.h"
#include "corpus/input/walk.h"
#include "corpus/listener.h"
#include "corpus/values/row_value.h"
#include "corpus/values/table_rows.h"
#include "corpus/wording/furniture.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <unordered_set>
#include <vector>

namespace answers {
namespace {

/// What the names of columns promise.
struct Promise {
  bool asks = false;
  bool answers = false;
  bool names_terms = false;
  bool explains = false;
};

Promise promise_of(const std::vector<std::string>& names) {
  Promise promise;
  std::size_t options = 0;
  for (const auto& name : names) {
    const std::string_view plain = trimmed(name);
    options += is_option_key(plain) ? 1U : 0U;
    switch (field_name(plain).role) {
      case FieldRole::question:
      case FieldRole::patterns:
      case FieldRole::instruction:
      case FieldRole::input:
        promise.asks = true;
        break;
      case FieldRole::term:
        promise.asks = promise.names_terms = true;
        break;
      case FieldRole::explanation:
        promise.explains = true;
        break;
      case FieldRole::title:
        promise.asks = promise.asks || lower_ascii(plain) == "title";
        break;
      case FieldRole::answer:
      case FieldRole::text:
      case FieldRole::output:
      case FieldRole::definition:
      case FieldRole::expansion:
      case FieldRole::responses:
      case FieldRole::correct:
        promise.answers = true;
        break;
      default:
        promise.asks = promise.asks || names_user(plain);
        promise.answers = promise.answers || names_assistant(plain);
        break;
    }
  }
  promise.answers = promise.answers || (promise.names_terms && promise.explains);
  return promise;
}

/// Whether the names of columns speak of a question, and of an answer.
bool names_questions(const std::vector<std::string>& names) {
  if (names.size() < 2) return false;  // a line that this separator does not part
  const Promise promise = promise_of(names);
  return promise.asks && promise.answers;
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
  return extension == ".csv" || extension == ".tsv" || extension == ".tab" || extension == ".psv" ||
         extension == ".xlsx" || extension == ".ods";  // whose sheets come here as CSV
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
  return is_name_of_deck(path) || words.find(" cards ") != std::string::npos ||
         words.find(" deck ") != std::string::npos;
}

/// Whether two cells are the names of columns rather than a card: a word or two each, letters
/// alone.
bool is_header_of_two(const std::vector<std::string>& cells) {
  return std::ranges::all_of(cells, [](const std::string& cell) {
    return count_words(cell) > 0 && count_words(cell) <= 2 &&
           cell.find_first_of("?!.,:;()/0123456789") == std::string::npos;
  });
}

/// Whether most rows of two cells are cards: words on both sides, and the front asks or the back is
/// more than two words, or a TAB parts them, as in what programs for cards write. "name,city" above
/// "Ann,Rome" is a table of something else, and so is "Product,Review" above reviews.
bool holds_cards(std::string_view head, char separator) {
  constexpr std::size_t most = 50;
  std::size_t rows = 0;
  std::size_t cards = 0;
  std::size_t asking = 0;
  bool headed = false;
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
    if (++rows == 1) headed = is_header_of_two(cells);
    asking += ends_in_question_mark(cells[0]) ? 1U : 0U;
    const bool says =
        separator == '\t' || ends_in_question_mark(cells[0]) || count_words(cells[1]) > 2;
    cards += has_word(cells[0]) && has_word(cells[1]) && says ? 1U : 0U;
  }
  return cards * 2 >= rows && (separator == '\t' || asking > 0 || !headed);
}

/// Cards as programs write them without a header: a front, a TAB or ';' and a back a line, maybe
/// tags, and the fronts ask or the file's name says what they are.
bool is_cards(std::string_view path, std::string_view head, char separator) {
  constexpr std::size_t fewest = 3;
  constexpr std::size_t most = 50;
  std::size_t cards = 0;
  std::size_t asking = 0;
  for (std::string_view rest = head; !rest.empty() && cards < most;) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    if (is_blank(line)) continue;
    const std::size_t end = line.find(separator);
    if (end == std::string_view::npos || std::ranges::count(line, separator) > 2) return false;
    const std::string_view front = line.substr(0, end);
    const std::string_view back = line.substr(end + 1, line.find(separator, end + 1) - end - 1);
    if (is_blank(front) || is_blank(back)) return false;
    ++cards;
    asking += ends_in_question_mark(front) ? 1U : 0U;
  }
  // A tab is seldom anything else; a semicolon parts the halves of sentences, too.
  return cards >= fewest && (asking * 2 >= cards || speaks_of_cards(path) ||
                             (separator == '\t' && smells_of_questions(path)));
}

/// The separator of such cards; '\0' where they are none.
char separator_of_cards(std::string_view path, std::string_view head) {
  for (const char separator : {'\t', ';'}) {
    if (is_cards(path, head, separator)) return separator;
  }
  return '\0';
}

/// The first rows, as many as are whole in `head`.
std::vector<std::vector<std::string>> first_rows(std::string_view head, char separator) {
  constexpr std::size_t most = 400;
  std::vector<std::vector<std::string>> rows;
  while (!head.empty() && rows.size() < most) {
    std::size_t size = 0;
    auto cells = first_row(head, separator, &size);
    if (size == 0) break;
    head.remove_prefix(std::min(size, head.size()));
    if (std::ranges::any_of(cells, [](const std::string& cell) { return !is_blank(cell); }))
      rows.push_back(std::move(cells));
  }
  return rows;
}

/// The names of a quiz without any: a question, options, and in a last column the letter of the
/// right one, as benchmarks write them ("What …?,Seine,Danube,Thames,B"); or a question, all
/// options in one cell, and one of them. Empty where the rows are none.
std::vector<std::string> names_of_quiz(const std::vector<std::vector<std::string>>& rows) {
  if (rows.size() < 2) return {};
  const std::size_t width = rows[0].size();
  if (width < 3 ||
      std::ranges::any_of(rows, [width](const auto& row) { return row.size() != width; }))
    return {};
  const auto all_keys = [&](std::size_t column) {
    const auto last = static_cast<char>('a' + column - 2);
    return std::ranges::all_of(rows, [&](const auto& row) {
      const std::string_view key = trimmed(row[column]);
      return key.size() == 1 && is_letter(key[0]) && (key[0] | 0x20) <= last;
    });
  };
  for (std::size_t key = 3; key < width && key < 12; ++key) {
    if (!all_keys(key)) continue;
    std::vector<std::string> names{"question"};
    for (std::size_t i = 1; i < key; ++i) names.emplace_back(1, static_cast<char>('A' + i - 1));
    names.emplace_back("correct");
    if (key + 1 < width) names.emplace_back("explanation");
    return names;
  }
  const bool in_one_cell =
      width == 3 && std::ranges::all_of(rows, [](const auto& row) {
        DataValue cell;
        cell.kind = DataValue::Kind::string;
        cell.text = row[1];
        const auto options = options_of(cell);
        return options.size() > 1 && std::ranges::any_of(options, [&row](const Option& option) {
                 return folded_words(option.text) == folded_words(row[2]) &&
                        trimmed(option.text).size() == trimmed(row[2]).size();
               });
      });
  if (in_one_cell) return {"question", "options", "correct"};
  return {};
}

/// Whether the second of two columns is called by what records are sorted by ("category") and says
/// the same few things again and again: labels, and no answers.
bool labels_rows(const std::vector<std::vector<std::string>>& rows) {
  if (rows.size() < 4 || rows[0].size() != 2) return false;
  const FieldRole role = field_name(trimmed(rows[0][1])).role;
  if (role != FieldRole::section && role != FieldRole::tags && role != FieldRole::source &&
      role != FieldRole::language && role != FieldRole::difficulty)
    return false;
  std::unordered_set<std::string_view> labels;
  for (const auto& row : rows) {
    if (row.size() > 1) labels.insert(row[1]);
  }
  return labels.size() * 2 < rows.size();
}

/// Whether a table of cards has no header: no cell of its first row is called as columns are, and
/// the third column says the same few things again and again, as tags do.
bool is_deck_without_header(std::string_view path, std::string_view head,
                            const std::vector<std::vector<std::string>>& rows) {
  if (rows.empty() || rows[0].size() != 3 || !speaks_of_cards(path) || !is_cards(path, head, '\t'))
    return false;
  std::unordered_set<std::string_view> tags;
  for (const auto& row : rows) {
    if (row.size() > 2) tags.insert(row[2]);
  }
  return tags.size() * 2 <= rows.size() &&
         std::ranges::all_of(rows[0], [](const std::string& cell) {
           return field_name(trimmed(cell)).role == FieldRole::other;
         });
}

/// Whether the first of two columns' rows is a header in words that are not known here: short on
/// both sides, without a mark, above rows that ask, or that say much more.
bool is_unknown_header(const std::vector<std::vector<std::string>>& rows) {
  if (rows.size() < 4 || rows[0].size() != 2) return false;
  for (const std::string& name : rows[0]) {
    if (name.size() > 40 || count_words(name) > 3 || count_words(name) == 0 ||
        name.find_first_of("?.!:;0123456789") != std::string::npos || ends_in_question_mark(name))
      return false;
  }
  std::size_t asking = 0;
  for (std::size_t i = 1; i < rows.size(); ++i)
    asking += ends_in_question_mark(rows[i][0]) ? 1U : 0U;
  return asking * 2 > rows.size() - 1;
}

/// Whether the first cells of rows ask, as the first of all does: a fifth of them. "What?" alone is
/// the name of a column.
bool fronts_ask(const std::vector<std::vector<std::string>>& rows) {
  const auto asking = std::ranges::count_if(
      rows, [](const auto& row) { return !row.empty() && ends_in_question_mark(row[0]); });
  return !rows.empty() && ends_in_question_mark(rows[0][0]) && asking * 5 >= std::ssize(rows);
}

/// The column whose rows ask; nullopt where there is none. What is not understood is worth a word
/// where there is one.
std::optional<std::size_t> asking_column(const std::vector<std::vector<std::string>>& rows) {
  if (rows.size() < 3) return std::nullopt;
  for (std::size_t column = 0; column < rows[0].size(); ++column) {
    std::size_t asking = 0;
    for (std::size_t i = 1; i < rows.size(); ++i)
      asking += column < rows[i].size() && ends_in_question_mark(rows[i][column]) ? 1U : 0U;
    if (asking * 2 > rows.size() - 1) return column;
  }
  return std::nullopt;
}

/// Whether of two columns the second asks and the first does not: many ways to ask the same, or
/// questions below their topics. Those are no answers.
bool answers_ask(const std::vector<std::vector<std::string>>& rows) {
  if (rows.size() < 3 || rows[0].size() != 2) return false;
  const auto asking = [&rows](std::size_t column) {
    return std::ranges::count_if(rows, [column](const auto& row) {
      return column < row.size() && ends_in_question_mark(row[column]);
    });
  };
  const std::ptrdiff_t asks = asking(1);
  return asks * 2 > std::ssize(rows) && asking(0) * 2 <= asks;
}

/// Whether a column, not that of the question, is named as one of answers.
bool has_answer_column(const std::vector<std::string>& names, std::size_t question) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i != question && field_name(trimmed(names[i])).role == FieldRole::answer) return true;
  }
  return false;
}

/// The columns of troubles and of their remedies, where these are sentences and no words that sort:
/// trackers of bugs export "Issue" and "Resolution".
std::optional<NamedColumns> columns_of_troubles(const std::vector<std::string>& names,
                                                const std::vector<std::vector<std::string>>& rows) {
  constexpr std::size_t fewest_words = 3;  // a remedy, as answers have in wordiest_column()
  const NamedColumns columns = named_columns(names);
  if (!columns.question || !columns.answer || rows.size() < 2) return std::nullopt;
  std::size_t words = 0;
  for (std::size_t i = 1; i < rows.size(); ++i)
    words += *columns.answer < rows[i].size() ? count_words(rows[i][*columns.answer]) : 0;
  if (words < fewest_words * (rows.size() - 1)) return std::nullopt;
  return columns;
}

std::string quoted_names(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names)
    list += (list.empty() ? "'" : ", '") + std::string(trimmed(name)) + "'";
  return list;
}

/// The columns of a cause and its remedy, where a row has both of them beside what goes wrong.
struct Remedies {
  std::size_t cause = 0;
  std::size_t remedy = 0;
};

std::optional<Remedies> remedies_of(const std::vector<std::string>& names) {
  const NamedColumns columns = named_columns(names);
  if (!columns.answer || !columns.cause) return std::nullopt;
  return Remedies{*columns.cause, *columns.answer};
}

/// Puts cells together again that were cut at commas without quotes: into the question up to where
/// it asks, and what is still over into the last column. False where nothing but blank cells is
/// over.
bool join_loose_cells(std::vector<std::string>& cells, std::size_t columns, std::size_t question,
                      char separator) {
  while (cells.size() > columns && is_blank(cells.back())) cells.pop_back();
  if (cells.size() <= columns) return false;
  const auto join = [&](std::size_t at, std::size_t count) {  // a cell and as many behind it
    for (std::size_t i = 1; i <= count; ++i) cells[at].append(1, separator).append(cells[at + i]);
    const auto first = cells.begin() + static_cast<std::ptrdiff_t>(at) + 1;
    cells.erase(first, first + static_cast<std::ptrdiff_t>(count));
  };
  const std::size_t over = cells.size() - columns;
  if (question < columns && !ends_in_question_mark(cells[question])) {
    std::size_t behind = 1;
    while (behind <= over && !ends_in_question_mark(cells[question + behind])) ++behind;
    if (behind <= over) join(question, behind);
  }
  if (cells.size() > columns) join(columns - 1, cells.size() - columns);
  return true;
}

/// The column of tags beside "Front" and "Back", Anki's names of fields: its tags hold no blanks,
/// which part them.
std::optional<std::size_t> tags_of_anki(const std::vector<std::string>& names) {
  std::optional<std::size_t> tags;
  std::size_t sides = 0;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string name = lower_ascii(names[i]);
    sides += name == "front" || name == "back" ? 1U : 0U;
    if (field_name(name).role == FieldRole::tags) tags = i;
  }
  return sides == 2 ? tags : std::nullopt;
}

}  // namespace

int recognises_csv(std::string_view path, std::string_view head) {
  const bool named = is_table_name(path);
  // Most files of other forms are told by their first line, without cutting fifty.
  if (!named && separator_of_cards(path, whole_lines(head)) == '\0' &&
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
  if (!speaks && separator_of_cards(path, head) != '\0') return 60;
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
  char separator = is_table_name(input.path()) ? '\0' : separator_of_cards(input.path(), head);
  bool cards = separator != '\0';
  if (!cards) separator = sniff_separator(head);
  if (separator == '\0') separator = lower_ascii(extension_of(input.path())) == ".tsv" ? '\t' : ',';
  TableRows rows(input, separator);
  DataRecords records(input.listener());
  std::vector<std::string> names;
  do {
    if (!rows.next()) return;
  } while (rows.place().line < first_line);

  const std::vector<std::string> first = rows.cells();
  const auto beginning = first_rows(head, separator);
  cards = cards || is_deck_without_header(input.path(), head, beginning);
  Promise promise = promise_of(first);
  // Articles of a help centre: a title that asks, and a body.
  const bool articles = promise.asks && !promise.answers && asking_column(beginning) &&
                        std::ranges::any_of(first, [](const std::string& name) {
                          return field_name(trimmed(name)).role == FieldRole::body;
                        });
  promise.answers = promise.answers || articles;
  // One column asks by name and by its rows, and another is prose: that answers.
  std::optional<std::size_t> prose;
  if (const auto asks = asking_column(beginning); promise.asks && !promise.answers && asks &&
                                                  *asks < first.size() &&
                                                  column_kind(first[*asks]) == ColumnKind::question)
    prose = wordiest_column(first, *asks, std::span(beginning).subspan(1));
  promise.answers = promise.answers || prose;
  // One column answers by name, and the rows of another ask.
  const std::size_t none = first.size();
  std::size_t asking = none;
  if (promise.answers && !promise.asks) asking = asking_column(beginning).value_or(none);
  if (asking < none && !has_answer_column(first, asking)) asking = none;
  promise.asks = promise.asks || asking < none;
  // What goes wrong, and its remedy in words.
  std::optional<NamedColumns> troubles;
  if (!promise.asks || !promise.answers) troubles = columns_of_troubles(first, beginning);
  promise.asks = promise.asks || troubles;
  promise.answers = promise.answers || troubles;
  bool is_header = promise.asks && promise.answers;
  const auto not_understood = [&] {
    const auto asks = asking_column(beginning);
    if (!asks) return;
    const auto name = [&first](std::size_t at) {
      return at < first.size() && !is_blank(first[at]) ? std::string(trimmed(first[at])) : "…";
    };
    const std::size_t other = *asks + 1 < first.size() || *asks == 0 ? *asks + 1 : *asks - 1;
    input.listener().on_trouble(
        {input.path(), rows.place().line,
         "which columns hold questions and answers is not clear: " + quoted_names(first),
         "name them: --columns question=" + name(*asks) + ",answer=" + name(other)});
  };
  const bool has_names = looks_like_names(first);
  const bool is_labelled = labels_rows(beginning);
  if (!is_header && answers_ask(beginning)) return not_understood();
  const bool is_named =
      is_header || (!cards && has_names && first.size() > 2 && names_of_quiz(beginning).empty());
  if (!is_named && !cards && has_names &&
      (is_labelled || promise.asks || promise.answers ||
       std::ranges::all_of(first, is_made_of_names)))
    return not_understood();  // a header, half of which is known: nothing is made up of the other
  if (is_named) {
    names = first;
    if (prose) names[*prose] = "answer";
    if (asking < none) names[asking] = "question";
    if (troubles) names[*troubles->question] = "question";
    if (troubles) names[*troubles->answer] = "answer";
    is_header = true;
    if (!promise.asks || !promise.answers) not_understood();
  } else if (auto quiz = names_of_quiz(beginning); !quiz.empty()) {
    names = std::move(quiz);
  } else if (is_unknown_header(beginning)) {
    names = {"question", "answer"};
    is_header = true;
  } else if (cards || fronts_ask(beginning) ||
             (first.size() == 2 &&
              (smells_of_questions(input.path()) || speaks_of_cards(input.path()) ||
               holds_cards(head, separator)))) {
    names = {"question", "answer", "tags"};
  } else if (first.size() >= 3 && first[0].find_first_not_of("0123456789. ") == std::string::npos &&
             ends_in_question_mark(first[1])) {
    names = {"number", "question", "answer", "tags"};
  } else {
    return not_understood();  // a table of something else
  }
  for (auto& name : names) {
    name = std::string(trimmed(name));
    if (articles && field_name(name).role == FieldRole::title) name = "question";
    if (articles && field_name(name).role == FieldRole::body) name = "answer";
  }

  const DataRecords::PlaceOf place_of = [&rows](const DataValue&) { return rows.place(); };
  const Record base;
  RowValue row;
  for (std::size_t i = is_header ? 1 : 0; i < beginning.size(); ++i)
    records.learn(row.of(names, beginning[i]));
  const auto question = static_cast<std::size_t>(
      std::ranges::find(names, FieldRole::question,
                        [](const std::string& name) { return field_name(name).role; }) -
      names.begin());
  const FieldRole last = names.empty() ? FieldRole::other : field_name(names.back()).role;
  const bool joins = is_header && (last == FieldRole::answer || last == FieldRole::text ||
                                   last == FieldRole::explanation || last == FieldRole::definition);
  const std::optional<std::size_t> tags = tags_of_anki(names);
  const std::optional<Remedies> remedies = is_named ? remedies_of(first) : std::nullopt;
  std::size_t loose_rows = 0;
  std::size_t first_loose = 0;
  for (bool more = !is_header || rows.next(); more; more = rows.next()) {
    const bool loose = joins && rows.cells().size() > names.size();
    if (!loose && !remedies && !(tags && *tags < rows.cells().size())) {
      records.read(row.of(names, rows.cells()), place_of, base);
      continue;
    }
    std::vector<std::string> cells = rows.cells();
    if (loose && join_loose_cells(cells, names.size(), question, separator) && loose_rows++ == 0)
      first_loose = rows.place().line;
    if (tags && *tags < cells.size()) std::ranges::replace(cells[*tags], ' ', ',');
    if (remedies && std::max(remedies->cause, remedies->remedy) < cells.size()) {
      const auto& [cause, remedy] = *remedies;
      cells[remedy] = cause_and_remedy(trimmed(first[cause]), cells[cause], trimmed(first[remedy]),
                                       cells[remedy]);
    }
    records.read(row.of(names, cells), place_of, base);
  }
  if (loose_rows > 0)
    input.listener().on_trouble({input.path(), first_loose,
                                 std::to_string(loose_rows) +
                                     (loose_rows == 1 ? " row has" : " rows have") +
                                     " separators outside of quotes",
                                 "what was over was joined to the question or to the last column"});
}

}  // namespace answers
