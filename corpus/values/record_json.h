#pragma once

#include "corpus/record.h"

#include <optional>
#include <string>
#include <string_view>

namespace answers {

struct DataValue;

/// What the "schema" of a record in its own form says.
inline constexpr std::string_view record_schema = "answers.record/1";

/// A record in its own form: one line of JSON with every field, without a line end. What nobody
/// sees (controls, marks of direction, U+2028 …) is escaped. record_from() gives the record back.
std::string record_json(const Record& record);

/// The record of an object in that form, as it was but for its place; nullopt for any other object.
std::optional<Record> record_from(const DataValue& object);

}  // namespace answers
