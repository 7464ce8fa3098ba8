#pragma once

#include "corpus/data/data_value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace answers {

/// One of the answers that a quiz offers.
struct Option {
  std::string label{};  ///< "A"
  std::string text{};
  bool correct = false;  ///< where the options themselves say so
  std::string id{};      ///< of its object: {"a_id": 7, "caption": "…"}
};

/// What a quiz offers, and what its own keys say of how it counts.
struct Options {
  std::vector<Option> list{};
  std::optional<int> first{};   ///< "option1": 1; "option0": 0; nullopt: its keys do not say
  bool under_own_keys = false;  ///< a column or key for each, as sheets have them
};

/// What the quizzes of a file show about how right options are numbered.
struct Numbering {
  bool has_zero = false;       ///< some quiz names the option 0
  bool has_count = false;      ///< some names the option whose number is how many there are
  std::size_t as_text = 0;     ///< numbers that are the text of an option
  std::size_t as_numbers = 0;  ///< … that are not
  bool has_letters = false;    ///< some letter names an option and is the text of none
};

/// The options in a value: a list of texts or of objects, an object of letters, two lists side by
/// side ({"text": […], "label": […]}), one text ("A) Seine; B) Danube", "Seine|Danube", a line
/// each, a list as a program prints it). Labels are made up where there are none; ticks ("✓",
/// "[x]", "*", "(correct)") say which is right.
std::vector<Option> options_of(const DataValue& value);

/// Options under keys of their own: "A", "B" …; "option1" …; "opa" …; "Answer 1 - max 75
/// characters". Not `asked` and `answer`, which are the question and what is right. Empty when
/// there are not two.
Options options_of_keys(const DataValue& object, const DataValue* asked, const DataValue* answer);

/// Whether a key holds one of several options: "option1", "answer_b".
bool is_option_key(std::string_view key);

/// Whether a key is that of a flag which says that an option is right: "isCorrect", "richtig".
bool names_right_option(std::string_view key);

/// Whether a list can be nothing else than options: objects of a text and a flag each, which is
/// true in some and false or missing in others. O(size), of at most 26.
bool is_list_of_flagged_options(const DataValue& value);

/// Whether a list is a quiz: a text that asks, a list of options, which of them is right.
bool is_quiz_in_order(const DataValue& list);

/// The options and wrong answers with a right one before them.
std::vector<Option> options_with_right_one(const DataValue& wrong, std::string right);

/// The options as a list of Markdown.
std::string list_options(const std::vector<Option>& options);

/// Adds what a quiz shows of how its file numbers the right options.
void learn_numbering(const Options& options, const DataValue* correct, Numbering& numbering);

/// The text of the right options, a line each: `correct`, which stands under `key`, names them by
/// their text, letter ("B", "Option B", "A, C"), number, or ticks. A number counts from what the
/// options' own keys say, else from 0 where `key` speaks of an index, else from what the file's
/// `numbering` shows, else from 1 in sheets and 0 in lists. What names none is text itself.
std::string right_options(const Options& options, const DataValue* correct, std::string_view key,
                          const Numbering& numbering);

}  // namespace answers
