#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace answers {

/// What becomes of an answer that is a rule ("---") and nothing else: it mostly separates, but
/// where a label says that the answer follows it is the answer ("How do you write a line?").
enum class RuleAlone : bool { goes, stays };

/// An answer as written, without what does not belong to it at its two ends: blank lines, <br>,
/// rules, "Answer:" labels, "back to top" links, left-over tags. The view lies in `text`.
/// O(length).
std::string_view trim_answer(std::string_view text, RuleAlone rule = RuleAlone::goes);

/// Puts back before an answer the mark that its label took along: "**A: No.** Row there." is
/// "**No.** Row there.", and not "No.** Row there.". O(length of its first line).
void reopen_emphasis(std::string& answer);

/// Whether a line is a rule: three or more of one of -*_= and blanks. O(length).
bool is_rule(std::string_view line);

/// Cuts `text` down to `part`, a view of it, where it stands: a large answer is not copied.
void cut_to(std::string& text, std::string_view part);

/// Whether a trimmed answer says nothing: empty, "TODO", "Answer here", "to be completed", "…",
/// an empty fence, tags alone.
bool is_placeholder(std::string_view answer);

/// Lines without up to `columns` blanks at their beginning (a TAB goes to the next multiple of 4):
/// the text of a list item.
std::string dedent(std::string_view text, std::size_t columns);

/// The least indent, in columns, of the lines that are not blank.
std::size_t common_indent(std::string_view text);

/// Without what joins a question and its answer in one line and is neither's: "Is it? - Yes.",
/// "Is it? → Yes."
std::string_view behind_joint(std::string_view text);

}  // namespace answers
