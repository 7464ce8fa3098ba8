#pragma once

#include "corpus/record.h"

#include <string>
#include <string_view>

namespace answers {

/// Sets the field of `record` that people call `name` ("tags", "level", "Source", "topic", …) to
/// `value`, as front matter, comments and columns of a table give it: tags are added to those it
/// has, a difficulty becomes one of "easy", "medium", "hard" where it is known, all else replaces.
/// False when no field has that name, or `value` is empty.
bool set_field(Record& record, std::string_view name, std::string_view value);

/// Whether set_field() knows a field of that name.
bool names_field(std::string_view name);

/// Takes the comments of the form "<!-- tags: (a, b) -->" out of `text` and into `record`'s fields;
/// other comments stay. O(length).
void take_comment_fields(std::string& text, Record& record);

}  // namespace answers
