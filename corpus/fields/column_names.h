#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace answers {

/// What the name of a table's column promises. Columns of another kind that say something about the
/// record are known to set_field() (comment_fields.h).
enum class ColumnKind { other, question, answer, field, number };

/// By the words of the name, in many languages; case and marks do not count.
ColumnKind column_kind(std::string_view name);

/// The columns of a table that are questions and answers by their names.
struct NamedColumns {
  std::optional<std::size_t> question{};
  std::optional<std::size_t> answer{};
  std::optional<std::size_t> cause{};  ///< why it goes wrong, beside the remedy that is the answer
};

/// The first of either; where one is missing, what goes wrong and its remedy, in this order, if
/// both are named: "Fehler | Ursache | Lösung"; or its cause, where no remedy is. O(names).
NamedColumns named_columns(std::span<const std::string> names);

/// An answer in Markdown of the cells of a cause and of its remedy, each below its column's name;
/// the remedy as it is where there is no cause.
std::string cause_and_remedy(std::string_view cause_name, std::string_view cause,
                             std::string_view remedy_name, std::string_view remedy);

/// Which column holds the answers where no name says so: of those right of `question` whose name
/// says nothing else the wordiest, if it is wordy at all; beside the question's alone it need not
/// be as wordy. A few of `rows` are enough; nullopt where there is none.
std::optional<std::size_t> wordiest_column(std::span<const std::string> names, std::size_t question,
                                           std::span<const std::vector<std::string>> rows);

}  // namespace answers
