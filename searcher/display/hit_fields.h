#pragma once

#include "searcher/ranking/results.h"

#include <nlohmann/json_fwd.hpp>

#include <span>
#include <string>
#include <string_view>

namespace answers {

/// One of the things that is known of a hit: a key of JSON, a column of TSV, a name for --fields.
struct HitField {
  std::string_view name;
  bool usual;  ///< stands in JSON without being asked for
  nlohmann::ordered_json (*value)(const Hit&);
};

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
