#include "corpus/data/sql_reader.h"

#include "corpus/characters/characters.h"
#include "corpus/characters/replace.h"
#include "corpus/data/sql_halves.h"
#include "corpus/data/sql_tokens.h"
#include "corpus/fields/column_names.h"
#include "corpus/fields/data_records.h"
#include "corpus/fields/field_names.h"
#include "corpus/fields/option_names.h"
#include "corpus/input/input.h"
#include "corpus/input/walk.h"
#include "corpus/listener.h"
#include "corpus/values/row_value.h"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace answers {
namespace {

using Cells = std::vector<std::string>;

/// A value among those of a row, put together of its tokens.
class SqlValue {
 public:
  void add(SqlTokens::Kind kind, const std::string& text) {
    const bool quoted = kind == SqlTokens::Kind::text || kind == SqlTokens::Kind::name;
    if (!quoted && texts_.empty()) bare_ += text;
    if (quoted) texts_.push_back(text);
  }
  /// Its text; empty for NULL. Begins anew.
  std::string take() {
    const std::string bare = lower_ascii(std::exchange(bare_, {}));
    Cells texts = std::exchange(texts_, {});
    if (texts.empty()) return bare == "null" || bare == "default" ? "" : bare;
    std::string text = std::move(texts[0]);
    // SQLite writes line breaks as replace('a\nb','\n',char(10)), or as \012 where the text has \n.
    const bool replaced = bare.starts_with("replace(");
    for (std::size_t i = 1; i < texts.size(); ++i) {
      const std::string& sign = texts[i];
      if (!replaced) {
        text += sign;  // 'a' || 'b', CONCAT('a', 'b')
      } else if (sign == "\\n" || sign == "\\012") {
        replace_all(text, sign, "\n");
      } else if (sign == "\\r" || sign == "\\015") {
        replace_all(text, sign, "");
      }
    }
    replace_all(text, "\r\n", "\n");
    return text;
  }

 private:
  std::string bare_{};
  Cells texts_{};
};

/// A field of PostgreSQL's COPY as the text it stands for.
std::string copied_text(std::string_view field) {
  if (field == "\\N") return "";
  std::string text;
  for (std::size_t i = 0; i < field.size(); ++i) {
    if (field[i] != '\\' || i + 1 == field.size()) {
      text += field[i];
      continue;
    }
    const char byte = field[++i];
    if (byte == 'r') continue;
    text += byte == 'n' ? '\n' : byte == 't' ? '\t' : byte;
  }
  return text;
}

std::optional<std::size_t> column_of(const Cells& columns, std::initializer_list<FieldRole> roles) {
  for (const FieldRole role : roles) {
    const auto found = std::ranges::find(
        columns, role, [](const std::string& column) { return field_name(column).role; });
    if (found != columns.end()) return static_cast<std::size_t>(found - columns.begin());
  }
  return std::nullopt;
}

/// Whether no row of a column holds anything but numbers: a question is none.
bool only_counts(const std::vector<Cells>& rows, std::size_t column) {
  return std::ranges::none_of(rows, [column](const Cells& cells) {
    return column < cells.size() &&
           cells[column].find_first_not_of("0123456789.-") != std::string::npos;
  });
}

/// A table, as far as the file tells.
class SqlTable {
 public:
  SqlTable(Listener& listener, SqlHalves& halves, std::string name)
      : listener_(listener), halves_(halves), name_(std::move(name)) {}

  const Cells& columns() const { return columns_; }
  void set_columns(Cells columns) {
    if (columns == columns_) return;
    finish();
    columns_ = std::move(columns);
    verdict_ = Verdict::none;
    half_.reset();
  }
  void add(Cells cells, const Place& place) {
    if (verdict_ == Verdict::other) return;
    if (verdict_ == Verdict::questions) return tell(cells, place);
    if (half_) return halves_.add(*half_, columns_, std::move(cells), place);
    bytes_ += place.end_byte - place.byte;
    rows_.push_back(std::move(cells));
    places_.push_back(place);
    constexpr std::size_t enough = 50;
    constexpr std::uint64_t most_bytes = std::uint64_t{1} << 20;
    if (rows_.size() == enough || bytes_ > most_bytes) finish();
  }
  /// Decides by the rows so far, and tells of them.
  void finish() {
    if (verdict_ != Verdict::none || rows_.empty()) return;
    names_ = names();
    if (names_.empty()) half_ = half_of(name_, columns_, rows_);
    verdict_ = !names_.empty() ? Verdict::questions : half_ ? Verdict::half : Verdict::other;
    if (half_) {
      for (std::size_t i = 0; i < rows_.size(); ++i)
        halves_.add(*half_, columns_, std::move(rows_[i]), places_[i]);
    }
    if (verdict_ == Verdict::questions) {
      records_ = std::make_unique<DataRecords>(listener_);
      for (const Cells& cells : rows_) records_->learn(row_.of(names_, cells));
      for (std::size_t i = 0; i < rows_.size(); ++i) tell(rows_[i], places_[i]);
    }
    rows_.clear();
    places_.clear();
  }

 private:
  enum class Verdict { none, other, questions, half };

  void tell(const Cells& cells, const Place& place) {
    records_->read(row_.of(names_, cells), [&place](const DataValue&) { return place; }, {});
  }

  /// What the columns are to be called; empty where they hold no questions. A title alone is none:
  /// dumps hold pages and products.
  Cells names() const {
    Cells names = columns_;
    if (names.empty()) names.resize(rows_[0].size(), "value");
    auto question = column_of(names, {FieldRole::question, FieldRole::patterns, FieldRole::term});
    auto answer = column_of(names, {FieldRole::answer, FieldRole::correct, FieldRole::responses,
                                    FieldRole::definition});
    if (question && only_counts(rows_, *question)) question.reset();
    // The right option stands in another table, unless there are columns of options here.
    if (answer && points_at_right_option(names[*answer]) &&
        std::ranges::count_if(names, is_option_key) < 2)
      return {};
    if (question && answer) return names;
    if (!is_named_for_questions(name_)) return {};
    if (!question) question = asking_column(names.size());
    if (!question) return {};
    if (!answer) answer = wordiest_column(names, *question, rows_);
    if (!answer) answer = only_text_behind(*question, names);
    if (!answer || *answer == *question) return {};
    names[*question] = "question";
    names[*answer] = "answer";
    return names;
  }

  std::optional<std::size_t> asking_column(std::size_t count) const {
    for (std::size_t column = 0; column < count; ++column) {
      const auto asking =
          static_cast<std::size_t>(std::ranges::count_if(rows_, [&](const Cells& cells) {
            return column < cells.size() && ends_in_question_mark(cells[column]);
          }));
      if (asking * 2 >= rows_.size()) return column;
    }
    return std::nullopt;
  }

  /// Of the columns behind the question the one with letters in it, where it is the only one of an
  /// unknown name, and does not say the same in all rows, as a label does.
  std::optional<std::size_t> only_text_behind(std::size_t question, const Cells& names) const {
    std::optional<std::size_t> only;
    for (std::size_t column = question + 1; column < names.size(); ++column) {
      const bool says = column_kind(names[column]) == ColumnKind::other &&
                        field_name(names[column]).role < FieldRole::votes &&
                        column < rows_[0].size() && count_words(rows_[0][column]) > 0;
      if (says && only) return std::nullopt;
      if (says) only = column;
    }
    const bool is_label =
        only && rows_.size() > 2 && std::ranges::all_of(rows_, [&](const Cells& cells) {
          return *only < cells.size() && cells[*only] == rows_[0][*only];
        });
    return is_label ? std::nullopt : only;
  }

  Listener& listener_;
  SqlHalves& halves_;
  std::string name_;
  Cells columns_{};
  std::optional<SqlHalf> half_{};  // of pairs, and not whole ones
  Cells names_{};
  Verdict verdict_ = Verdict::none;
  std::vector<Cells> rows_{};  // that are not told of yet
  std::vector<Place> places_{};
  std::uint64_t bytes_ = 0;
  std::unique_ptr<DataRecords> records_{};
  RowValue row_{};
};

class SqlReader {
 public:
  explicit SqlReader(Input& input) : input_(input), tokens_(input), halves_(input.listener()) {}

  void read() {
    tokens_.next();
    while (!at_end()) {
      if (tokens_.is("insert") || tokens_.is("replace")) {
        read_insert();
      } else if (tokens_.is("create")) {
        read_create();
      } else if (tokens_.is("copy")) {
        read_copy();
      } else {
        tokens_.next();
      }
    }
    for (const auto& table : tables_) table->finish();
    halves_.tell();
  }

 private:
  bool at_end() const { return tokens_.kind() == SqlTokens::Kind::end; }

  void skip_words(std::initializer_list<std::string_view> words) {
    while (std::ranges::any_of(words, [this](std::string_view word) { return tokens_.is(word); }))
      tokens_.next();
  }

  /// `schema`.`table`, [dbo].[table]: the last part; empty where there is no name.
  std::string read_name() {
    std::string name;
    for (;;) {
      const bool bracket = tokens_.is('[');
      if (bracket) tokens_.next();
      if (tokens_.kind() != SqlTokens::Kind::word && tokens_.kind() != SqlTokens::Kind::name)
        return name;
      name = tokens_.text();
      while (tokens_.next() == SqlTokens::Kind::word && bracket && name.size() < longest_name)
        name += ' ' + tokens_.text();
      if (bracket && tokens_.is(']')) tokens_.next();
      if (!tokens_.is('.')) return name;
      tokens_.next();
    }
  }

  SqlTable& table(const std::string& name) {
    const auto [found, is_new] = places_.try_emplace(lower_ascii(name), tables_.size());
    if (is_new) tables_.push_back(std::make_unique<SqlTable>(input_.listener(), halves_, name));
    return *tables_[found->second];
  }

  /// (a, b, c): the names; empty where it is no list of names.
  Cells read_columns() {
    Cells columns;
    do {
      tokens_.next();
      columns.push_back(read_name());
      if (columns.back().empty()) return {};
    } while (tokens_.is(','));
    if (!tokens_.is(')')) return {};
    tokens_.next();
    return columns;
  }

  void read_insert() {
    tokens_.next();
    skip_words({"low_priority", "delayed", "high_priority", "ignore", "or", "replace", "into"});
    const std::string name = read_name();
    if (name.empty()) return;
    SqlTable& rows = table(name);
    if (tokens_.is('(')) {
      Cells columns = read_columns();
      if (columns.empty()) return;
      rows.set_columns(std::move(columns));
    }
    skip_words({"overriding", "system", "user"});
    if (tokens_.is("value")) tokens_.next();
    if (tokens_.is("values")) tokens_.next();
    while (tokens_.is('(')) {
      Place place{input_.path(), tokens_.line(), 0, tokens_.byte(), 0};
      auto cells = read_row();
      if (!cells) return;
      place.end_line = tokens_.end_line();
      place.end_byte = tokens_.end_byte();
      rows.add(std::move(*cells), place);
      tokens_.next();
      if (!tokens_.is(',')) return;
      tokens_.next();
    }
  }

  /// From its '(' to its ')'; nullopt where it does not end.
  std::optional<Cells> read_row() {
    Cells cells;
    SqlValue value;
    std::size_t depth = 0;
    std::size_t bytes = 0;
    while (tokens_.next() != SqlTokens::Kind::end) {
      if (depth == 0 && (tokens_.is(')') || tokens_.is(','))) {
        cells.push_back(value.take());
        if (tokens_.is(')')) return cells;
        continue;
      }
      if (tokens_.is('(')) ++depth;
      if (tokens_.is(')')) --depth;
      bytes += tokens_.text().size() + 1;
      if (bytes > Input::longest_line) break;
      value.add(tokens_.kind(), tokens_.text());
    }
    return std::nullopt;
  }

  /// CREATE TABLE: its columns, for rows that name none.
  void read_create() {
    tokens_.next();
    skip_words({"or", "replace", "temporary", "temp", "global", "local", "unlogged"});
    if (!tokens_.is("table")) return;
    tokens_.next();
    skip_words({"if", "not", "exists"});
    const std::string name = read_name();
    if (name.empty() || !tokens_.is('(')) return;
    Cells columns;
    do {
      tokens_.next();
      static constexpr std::array<std::string_view, 10> no_columns = {
          "primary", "key",      "unique", "constraint", "index",
          "foreign", "fulltext", "check",  "spatial",    "exclude"};
      const bool is_column =
          std::ranges::none_of(no_columns, [this](auto word) { return tokens_.is(word); });
      std::string column = read_name();
      if (is_column && !column.empty()) columns.push_back(std::move(column));
      for (std::size_t depth = 0;
           !at_end() && (depth > 0 || (!tokens_.is(',') && !tokens_.is(')'))); tokens_.next()) {
        if (tokens_.is('(')) ++depth;
        if (tokens_.is(')')) --depth;
      }
    } while (tokens_.is(','));
    table(name).set_columns(std::move(columns));
  }

  /// COPY table (columns) FROM stdin; and rows of fields between tabs up to "\.".
  void read_copy() {
    tokens_.next();
    const std::string name = read_name();
    if (name.empty() || !tokens_.is('(')) return;
    Cells columns = read_columns();
    if (columns.empty() || !tokens_.is("from")) return;
    tokens_.next();
    if (!tokens_.is("stdin")) return;
    while (!at_end() && !tokens_.is(';')) tokens_.next();
    SqlTable& rows = table(name);
    rows.set_columns(std::move(columns));
    tokens_.rest_of_line();
    for (auto line = tokens_.rest_of_line(); line && *line != "\\.";
         line = tokens_.rest_of_line()) {
      Cells cells;
      for (std::string_view rest = *line;;) {
        const std::size_t end = rest.find('\t');
        cells.push_back(copied_text(rest.substr(0, end)));
        if (end == std::string_view::npos) break;
        rest.remove_prefix(end + 1);
      }
      rows.add(std::move(cells),
               {input_.path(), tokens_.line(), tokens_.line(), tokens_.byte(), tokens_.end_byte()});
    }
    tokens_.next();
  }

  static constexpr std::size_t longest_name = 128;

  Input& input_;
  SqlTokens tokens_;
  SqlHalves halves_;
  std::map<std::string, std::size_t> places_{};  // in tables_, by the name in lower case
  std::vector<std::unique_ptr<SqlTable>> tables_{};
};

}  // namespace

int recognises_sql(std::string_view path, std::string_view) {
  return lower_ascii(path).ends_with(".sql") ? 96 : 0;
}

void read_sql(Input& input) { SqlReader(input).read(); }

}  // namespace answers
