#include "corpus/data/sql_halves.h"

#include "corpus/characters/characters.h"
#include "corpus/fields/data_records.h"
#include "corpus/fields/field_names.h"
#include "corpus/listener.h"
#include "corpus/values/row_value.h"

#include <algorithm>
#include <iterator>
#include <unordered_set>
#include <utility>

namespace answers {
namespace {

using Cells = std::vector<std::string>;

std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words;
  const std::string folded = folded_words(name);
  for (std::string_view rest = folded; !rest.empty();) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    words.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(rest.size(), end + 1));
  }
  return words;
}

bool has_role(const std::string& word, std::initializer_list<FieldRole> roles) {
  return std::ranges::find(roles, field_name(word).role) != roles.end();
}

/// Whether a word of a name has one of the roles.
bool speaks_of(std::string_view name, std::initializer_list<FieldRole> roles) {
  return std::ranges::any_of(words_of(name),
                             [roles](const std::string& word) { return has_role(word, roles); });
}

bool speaks_of_right(std::string_view name) {
  return std::ranges::any_of(words_of(name), [](const std::string& word) {
    return word == "right" || has_role(word, {FieldRole::correct}) ||
           (word.starts_with("is") && has_role(word.substr(2), {FieldRole::correct}));
  });
}

/// Whether a table holds what people have answered or done, and not what is right.
bool is_of_people(std::string_view table) {
  static constexpr std::string_view people[] = {
      "user",      "users",       "usuario",   "usuarios", "student", "students", "player",
      "players",   "survey",      "surveys",   "encuesta", "attempt", "attempts", "submission",
      "submitted", "submissions", "candidate", "vote",     "votes",   "log",      "logs",
      "history",   "result",      "results",   "session",  "sessions"};
  return std::ranges::any_of(words_of(table), [](const std::string& word) {
    return std::ranges::find(people, word) != std::end(people);
  });
}

/// "question_id", "id_pregunta", "idFrage": "question", "pregunta", "frage"; empty for any other.
std::string question_linked_by(std::string_view column) {
  static constexpr std::string_view id = "id";
  bool is_number = false;
  std::string question;
  for (std::string word : words_of(column)) {
    if (word == id || word == "fk" || word == "uuid") {
      is_number = true;
      continue;
    }
    const auto asks = [](const std::string& one) {
      return one == "faq" || has_role(one, {FieldRole::question, FieldRole::patterns});
    };
    if (word.size() > id.size() && word.ends_with(id) && asks(word.substr(0, word.size() - 2))) {
      is_number = true;
      word.resize(word.size() - id.size());
    } else if (word.starts_with(id) && asks(word.substr(id.size()))) {
      is_number = true;
      word.erase(0, id.size());
    }
    if (asks(word)) question = word;
  }
  return is_number ? question : std::string();
}

/// Whether a column holds numbers of rows: "id", "option_id".
bool has_number(std::string_view column) {
  const std::vector<std::string> words = words_of(column);
  return std::ranges::find(words, "id") != words.end() || field_name(column).role == FieldRole::id;
}

/// The column of a question's own number. Of names like "quiz_id" only one that is another in every
/// row: it may as well say where the question belongs.
std::optional<std::size_t> number_column(const Cells& columns, std::span<const Cells> rows) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (field_name(columns[i]).role == FieldRole::id) return i;
  }
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (!question_linked_by(columns[i]).empty()) return i;
  }
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (!has_number(columns[i])) continue;
    std::unordered_set<std::string_view> numbers;
    const bool different = std::ranges::all_of(rows, [&](const Cells& cells) {
      return i < cells.size() && numbers.insert(cells[i]).second;
    });
    if (different) return i;
  }
  return std::nullopt;
}

bool is_yes(std::string_view cell) {
  const std::string word = folded_words(cell);
  return word == "1" || word == "true" || word == "t" || word == "yes" || word == "y" ||
         word == "si" || word == "s";
}
bool is_yes_or_no(std::string_view cell) {
  const std::string word = folded_words(cell);
  return word.empty() || is_yes(cell) || word == "0" || word == "false" || word == "f" ||
         word == "no" || word == "n";
}

bool holds_words(std::string_view cell) { return count_words(cell) > 0; }
bool holds_no_other(std::string_view cell) { return cell.empty() || holds_words(cell); }

/// A number or a date.
bool counts(std::string_view cell) {
  return cell.find_first_not_of("0123456789-: .") == std::string_view::npos;
}

/// Whether a column of an unknown name tells the right ones of several options: it says yes of some
/// and no of others, for every question of two answers or more. The answers to the last one may
/// have been cut.
bool flags_right_ones(std::span<const Cells> rows, std::size_t number, std::size_t flag) {
  constexpr std::size_t fewest = 2;  // questions
  struct Said {
    std::size_t yes = 0;
    std::size_t no = 0;
  };
  std::unordered_map<std::string_view, Said> questions;
  for (const Cells& cells : rows) {
    Said& said = questions[cells[number]];
    ++(is_yes(cells[flag]) ? said.yes : said.no);
  }
  const std::string_view last = rows.back()[number];
  std::size_t told = 0;
  for (const auto& [question, said] : questions) {
    if (said.yes > 0 && said.no > 0) {
      ++told;
    } else if (question != last && said.yes + said.no > 1) {
      return false;
    }
  }
  return told >= fewest;
}

/// The text of a question in a table that is named for questions: of the columns of words the one
/// whose rows ask most often, else the wordiest.
std::optional<std::size_t> question_text(const Cells& columns, std::span<const Cells> rows) {
  std::optional<std::size_t> text;
  std::size_t most = 0;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    std::size_t said = 0;
    for (const Cells& cells : rows) {
      constexpr std::size_t asking = 1000;  // words: more than any question has
      if (i >= cells.size() || counts(cells[i])) continue;
      said += ends_in_question_mark(cells[i]) ? asking : count_words(cells[i]);
    }
    if (has_number(columns[i]) || said <= most) continue;
    text = i;
    most = said;
  }
  return text;
}

/// The column that is named as the question and holds words.
std::optional<std::size_t> named_question(const Cells& columns, std::span<const Cells> rows) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const FieldRole role = field_name(columns[i]).role;
    const bool says = std::ranges::any_of(
        rows, [i](const Cells& cells) { return i < cells.size() && !counts(cells[i]); });
    if (says && (role == FieldRole::question || role == FieldRole::patterns)) return i;
  }
  return std::nullopt;
}

bool is_table_of_questions(std::string_view table) {
  const std::vector<std::string> words = words_of(table);
  return !words.empty() && has_role(words.back(), {FieldRole::question, FieldRole::patterns});
}

SqlHalf questions_half(std::string_view table, std::size_t text, const Cells& columns,
                       std::span<const Cells> rows) {
  SqlHalf half{true, folded_words(table), SqlHalf::in_order, text};
  if (const auto number = number_column(columns, rows); number && *number != text)
    half.number = *number;
  const auto named = std::ranges::find_if(columns, points_at_right_option);
  if (named != columns.end()) half.names_right = static_cast<std::size_t>(named - columns.begin());
  return half;
}

std::optional<SqlHalf> answers_half(std::string_view table, const Cells& columns,
                                    std::span<const Cells> rows) {
  if (is_of_people(table)) return std::nullopt;
  SqlHalf half;
  std::optional<std::size_t> text;
  std::optional<std::size_t> only;
  int said = 0;
  bool linked = false;
  std::vector<std::size_t> flags;  // columns of yes and no that may tell what is right
  bool options = speaks_of(table, {FieldRole::options});
  const bool right = speaks_of_right(table);
  if (speaks_of(table, {FieldRole::wrong_options})) return std::nullopt;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::string& name = columns[i];
    const auto all = [rows, i](bool (*holds)(std::string_view)) {
      return std::ranges::all_of(
          rows, [i, holds](const Cells& cells) { return i < cells.size() && holds(cells[i]); });
    };
    if (std::string question = question_linked_by(name); !linked && !question.empty()) {
      linked = true;
      half.number = i;
      half.question = std::move(question);
    } else if (speaks_of_right(name) && all(is_yes_or_no)) {
      half.right = i;
    } else if (all(is_yes_or_no) &&
               !speaks_of(name, {FieldRole::accepted, FieldRole::votes, FieldRole::id})) {
      flags.push_back(i);
    } else if (all(holds_no_other) && !has_number(name)) {
      const bool is_named = speaks_of(name, {FieldRole::answer, FieldRole::options});
      if (!is_named && all(counts)) continue;
      const bool is_option = speaks_of(name, {FieldRole::options});
      if (!text && (is_option || speaks_of(name, {FieldRole::answer, FieldRole::text,
                                                  FieldRole::body, FieldRole::definition}))) {
        text = i;
        options = options || is_option;
      }
      ++said;
      only = i;
    }
  }
  const bool named =
      options || right || speaks_of(table, {FieldRole::answer, FieldRole::responses});
  if (!text && named && said == 1) text = only;
  if (!linked || !text || !(named || speaks_of(columns[*text], {FieldRole::answer})))
    return std::nullopt;
  if (!half.right && !right) {
    const auto flag = std::ranges::find_if(
        flags, [&](std::size_t i) { return flags_right_ones(rows, half.number, i); });
    if (flag != flags.end()) half.right = *flag;
  }
  if (options && !half.right && !right) {  // which is right only the question may tell
    const auto own = std::ranges::find_if(columns, [](const std::string& name) {
      return has_number(name) && question_linked_by(name).empty();
    });
    if (own == columns.end()) return std::nullopt;
    half.own = static_cast<std::size_t>(own - columns.begin());
  }
  half.text = *text;
  half.is_right = half.right || right || half.own;
  return half;
}

}  // namespace

bool points_at_right_option(std::string_view column) {
  return speaks_of_right(column) && has_number(column);
}

std::optional<SqlHalf> half_of(std::string_view table, const Cells& columns,
                               std::span<const Cells> rows) {
  constexpr std::size_t longest = 128;  // bytes of a name, and columns
  if (table.size() > longest || columns.empty() || columns.size() > longest || rows.empty())
    return std::nullopt;
  if (const auto text = named_question(columns, rows))
    return questions_half(table, *text, columns, rows);
  if (auto half = answers_half(table, columns, rows)) return half;
  if (!is_table_of_questions(table)) return std::nullopt;
  const auto text = question_text(columns, rows);
  return text ? std::optional(questions_half(table, *text, columns, rows)) : std::nullopt;
}

void SqlHalves::add(const SqlHalf& half, const Cells& columns, Cells cells, const Place& place) {
  const bool in_order = half.asks && half.number == SqlHalf::in_order;
  if ((!in_order && half.number >= cells.size()) || half.text >= cells.size() ||
      cells[half.text].empty())
    return;
  constexpr std::uint64_t most = std::uint64_t{64} << 20;
  bytes_ += place.end_byte - place.byte + sizeof(Question);
  if (bytes_ > most) {
    if (!std::exchange(full_, true))
      listener_.on_trouble({place.path, place.line,
                            "more than 64 MiB of questions and answers in tables of their own",
                            "what stands below is left out: make a dump of one table of both"});
    return;
  }
  if (!half.asks) {
    const bool wrong = half.right && (*half.right >= cells.size() || !is_yes(cells[*half.right]));
    std::string own = half.own && *half.own < cells.size() ? cells[*half.own] : std::string();
    if (!wrong && (!half.own || !own.empty()))
      answers_.push_back({half.question, std::move(cells[half.number]), std::move(cells[half.text]),
                          half.is_right, std::move(own)});
    return;
  }
  const auto [at, is_new_table] = tables_.try_emplace(half.question, questions_.size());
  if (is_new_table) {
    questions_.push_back({half.question, columns});
    questions_.back().columns[half.text] = "question";
    questions_.back().columns.emplace_back("answer");
  }
  Questions& table = questions_[at->second];
  cells.resize(columns.size());
  // What a database numbers by itself goes on behind the last number.
  std::string number = in_order ? std::string() : cells[half.number];
  if (number.empty()) number = std::to_string(table.last + 1);
  if (number.find_first_not_of("0123456789") == std::string::npos && number.size() < 19)
    table.last = std::stoull(number);
  const auto [found, is_new] = table.by_number.try_emplace(number, table.rows.size());
  if (!is_new) return;
  std::string option = half.names_right ? cells[*half.names_right] : std::string();
  table.rows.push_back({std::move(cells), place, {}, {}, std::move(option)});
}

/// The table that numbers by such a name are of: the only one, or the one of that name.
SqlHalves::Questions* SqlHalves::table_of(const std::string& question) {
  if (questions_.size() == 1) return questions_.data();
  const auto found = std::ranges::find_if(
      questions_, [&question](const Questions& table) { return table.name.starts_with(question); });
  return found == questions_.end() ? nullptr : &*found;
}

void SqlHalves::tell() {
  std::unordered_map<std::string, Questions*> tables;  // by how answers call them
  for (Answer& answer : answers_) {
    const auto [called, is_new] = tables.try_emplace(answer.question, nullptr);
    if (is_new) called->second = table_of(answer.question);
    Questions* table = called->second;
    if (table == nullptr) continue;
    const auto found = table->by_number.find(answer.number);
    if (found == table->by_number.end()) continue;
    Question& question = table->rows[found->second];
    if (!answer.own.empty() && answer.own != question.option) continue;
    table->answered = true;
    if (answer.is_right)
      question.right.append(question.right.empty() ? "" : "\n").append(answer.text);
    else
      question.answers.push_back(std::move(answer.text));
  }
  answers_.clear();
  for (Questions& table : questions_) {
    if (!table.answered) continue;
    DataRecords records(listener_);
    RowValue row;
    for (Question& question : table.rows) {
      if (!question.right.empty()) question.answers = {std::move(question.right)};
      if (question.answers.empty()) question.answers.emplace_back();
      for (std::string& answer : question.answers) {
        question.cells.push_back(std::move(answer));
        records.read(row.of(table.columns, question.cells),
                     [&question](const DataValue&) { return question.place; }, {});
        question.cells.pop_back();
      }
    }
  }
  questions_.clear();
}

}  // namespace answers
