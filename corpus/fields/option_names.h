#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace answers {

inline constexpr std::size_t most_options = 26;  ///< a letter each

/// Which option a key holds.
struct OptionName {
  std::size_t index = 0;  ///< of a letter: from 0; of a number: the number
  bool is_number = false;
};

/// "option1", "optionB", "ANSWERC", "choice_d", "C", "Answer 2 - max 75 characters"; nullopt for
/// any other key. O(length).
std::optional<OptionName> option_of_key(std::string_view key);

/// The letter of an option, from 0.
std::string option_label(std::size_t index);

/// Whether a key holds one of several options: "option1", "answer_b".
bool is_option_key(std::string_view key);

/// Whether a key is that of a flag which says that an option is right: "isCorrect", "richtig".
bool names_right_option(std::string_view key);

}  // namespace answers
