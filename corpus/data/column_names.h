#pragma once

#include <string_view>

namespace answers {

/// What the name of a table's column promises. Columns of another kind that say something about the
/// record are known to set_field() (comment_fields.h).
enum class ColumnKind { other, question, answer, field, number };

/// By the words of the name, in many languages; case and marks do not count.
ColumnKind column_kind(std::string_view name);

}  // namespace answers
