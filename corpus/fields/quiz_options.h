#pragma once

#include "corpus/values/data_value.h"

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

/// The options in a value: a list of texts or of objects, an object of letters, two lists side by
/// side ({"text": […], "label": […]}), one text ("A) Seine; B) Danube", "Seine|Danube", a line
/// each, a list as a program prints it). Labels are made up where there are none; ticks ("✓",
/// "[x]", "*", "(correct)") say which is right.
std::vector<Option> options_of(const DataValue& value);

/// Options under keys of their own: "A", "B" …; "option1" …; "opa" …; "Answer 1 - max 75
/// characters". Not `asked` and `answer`, which are the question and what is right. Empty when
/// there are not two.
Options options_of_keys(const DataValue& object, const DataValue* asked, const DataValue* answer);

/// Whether a list can be nothing else than options: objects of a text and a flag each, which is
/// true in some and false or missing in others. O(size), of at most 26.
bool is_list_of_flagged_options(const DataValue& value);

/// Whether a list is a quiz: a text that asks, a list of options, which of them is right.
bool is_quiz_in_order(const DataValue& list);

/// The options and wrong answers with a right one before them.
std::vector<Option> options_with_right_one(const DataValue& wrong, std::string right);

/// The options as a list of Markdown.
std::string list_options(const std::vector<Option>& options);

/// The trimmed parts of a text between separators, without the quotes around them.
std::vector<std::string> parts_between(std::string_view text, std::string_view separator);

}  // namespace answers
