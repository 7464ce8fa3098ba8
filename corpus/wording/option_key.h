#pragma once

#include "corpus/record.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace answers {

/// The options of a quiz that a key names by letters.
struct OptionKey {
  std::vector<std::size_t> options{};  ///< from 0, ascending, each once; never empty
  std::string_view rest{};             ///< what follows the key, trimmed
};

/// The key that `text` begins with: "B", "(b)", "B) Danube", "Option C", "A, C", "A and C", "AC".
/// nullopt where it begins otherwise, or names more options than `count`. A letter is a key only
/// where its line ends behind it or a mark follows ("A dog" is none). O(length).
std::optional<OptionKey> leading_option_key(std::string_view text, std::size_t count);

/// Of a record whose options are a run of lettered lines ("A. Larch", "- B) Spruce") in its body,
/// or at the beginning of its answer, and whose answer names some of them by letter ("Answer: B"):
/// the options go to the body, and the answer is the text of those that are right, with what else
/// it said below. So do options at the beginning of an answer that are marked as right where they
/// stand: "B) Spruce ✅", "**B) Spruce**". Other records stay as they are. O(length).
void settle_lettered_options(Record& record);

/// Whether a text is nothing but lettered options, two at least and none of them marked as right:
/// of a quiz without a key. O(length).
bool is_options_alone(std::string_view text);

}  // namespace answers
