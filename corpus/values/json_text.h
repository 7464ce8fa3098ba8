#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace answers {

/// A JSON document as people and programs may read it: what is no UTF-8 replaced, and every control
/// and invisible character written as \uXXXX (printable_json). On one line, or indented by so many
/// blanks; no line end behind it.
std::string json_text(const nlohmann::ordered_json& json, int indent = -1);

/// Appends `text` as json_text() writes it: a string in quotes. For what is written thousands of
/// times, as the fields of records are.
void append_json_string(std::string& json, std::string_view text);

}  // namespace answers
