#pragma once

#include "searcher/ranking/results.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace answers {

/// What a field of a hit holds; nothing is null in JSON. Views and pointers are into the hit.
using HitValue = std::variant<std::monostate, bool, std::int64_t, std::uint64_t, double,
                              std::string_view, std::string, const std::vector<std::string>*,
                              const std::vector<Range>*, const std::vector<Passage>*>;

/// One of the things that is known of a hit: a key of JSON, a column of TSV, a name for --fields.
struct HitField {
  std::string_view name;
  bool usual;  ///< stands in JSON without being asked for
  HitValue (*value)(const Hit&);
};

/// Appends a value as JSON has it, as json_text() would write it.
void append_json(std::string& json, const HitValue& value);

/// All of them, in the order in which JSON has them.
std::span<const HitField> hit_fields();

/// The field of that name, nullptr when there is none.
const HitField* find_hit_field(std::string_view name);

/// A field as one column: lists joined (" > " between topics, ", " between others), nothing for
/// null, no tabs, no line ends, nothing that commands a terminal.
std::string column_text(const Hit& hit, const HitField& field);

/// A path as it opens from the working directory: relative to that where the file lies below it, or
/// both lie in one folder that is neither the root nor one in the root; else as it is.
std::string path_from_here(const std::string& path);

/// "path:line" as it opens from the working directory, the path alone where there is no line.
std::string place_text(const Place& place);

}  // namespace answers
