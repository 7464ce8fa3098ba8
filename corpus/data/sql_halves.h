#pragma once

#include "corpus/record.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace answers {

class Listener;

/// A table of a dump whose rows are one half of pairs: questions with a number, or answers that
/// name the number of their question.
struct SqlHalf {
  static constexpr std::size_t in_order = static_cast<std::size_t>(-1);
  bool asks = false;
  std::string question{};  ///< the table of the questions, as far as a name tells
  std::size_t number = 0;  ///< the column of the question's number; in_order: its rows count from 1
  std::size_t text = 0;    ///< the column of the question or the answer
  std::optional<std::size_t> right{};  ///< the column that tells the right ones of several options
  bool is_right = false;               ///< answers of a quiz: all of a question are one
  std::optional<std::size_t> own{};    ///< options of which the questions name the right one by
                                       ///< its own number: the column of that
  std::optional<std::size_t> names_right{};  ///< … and the column of the questions that names it
};

/// Whether a column holds the number of a right option that stands in another table:
/// "correct_option_id".
bool points_at_right_option(std::string_view column);

/// Which half of pairs the rows of a table are, by its name, those of its columns and the first
/// rows; nullopt for any other table, for wrong options and for what people have answered in a
/// quiz or a survey. O(size).
std::optional<SqlHalf> half_of(std::string_view table, const std::vector<std::string>& columns,
                               std::span<const std::vector<std::string>> rows);

/// Puts the halves together. Holds their rows, up to 64 MiB.
class SqlHalves {
 public:
  explicit SqlHalves(Listener& listener) : listener_(listener) {}

  /// A row of a table that is such a half.
  void add(const SqlHalf& half, const std::vector<std::string>& columns,
           std::vector<std::string> cells, const Place& place);
  /// Tells the listener of the questions in the order they came. A question of which no answer has
  /// come is one without an answer, where others of its table have one. O(size).
  void tell();

 private:
  struct Question {
    std::vector<std::string> cells{};
    Place place{};
    std::vector<std::string> answers{};
    std::string right{};   // answers of a quiz, a line each
    std::string option{};  // the number of the right one
  };
  struct Questions {
    std::string name{};
    std::vector<std::string> columns{};
    std::vector<Question> rows{};
    std::unordered_map<std::string, std::size_t> by_number{};
    std::uint64_t last = 0;  // number
    bool answered = false;
  };
  struct Answer {
    std::string question{};
    std::string number{};
    std::string text{};
    bool is_right = false;
    std::string own{};  // its number, where the question names the right one
  };

  Questions* table_of(const std::string& question);

  Listener& listener_;
  std::vector<Questions> questions_{};                     // a table each
  std::unordered_map<std::string, std::size_t> tables_{};  // in questions_, by their names
  std::vector<Answer> answers_{};
  std::uint64_t bytes_ = 0;
  bool full_ = false;
};

}  // namespace answers
