#pragma once

#include "corpus/data/data_value.h"

#include <string>
#include <string_view>
#include <vector>

namespace answers {

/// One of the answers that a quiz offers.
struct Option {
  std::string label{};  ///< "A"
  std::string text{};
  bool correct = false;  ///< where the options themselves say so
};

/// The options in a value: a list of texts or of objects, an object of letters, two lists side by
/// side ({"text": […], "label": […]}). Labels are made up where there are none.
std::vector<Option> options_of(const DataValue& value);

/// Options under keys of their own: "A", "B" …; "option1" …; "opa" …. Not `asked` and `answer`,
/// which are the question and what is right. Empty when there are not two.
std::vector<Option> options_of_keys(const DataValue& object, const DataValue* asked,
                                    const DataValue* answer);

/// The options and wrong answers with a right one before them.
std::vector<Option> options_with_right_one(const DataValue& wrong, std::string right);

/// The options as a list of Markdown.
std::string list_options(const std::vector<Option>& options);

/// The text of the right options, a line each: `correct` names them by their text, letter, or
/// number (from 1 if `counts_from_one`, which does not hold for a `key` that speaks of an index).
std::string right_options(const std::vector<Option>& options, const DataValue* correct,
                          std::string_view key, bool counts_from_one);

}  // namespace answers
