#pragma once

#include <string>
#include <string_view>

namespace answers {

/// Takes out of a text what tools left in it for themselves: citation marks of chat programs (with
/// the name of what they mark, where they hold one), what a model thought before it answered,
/// schedules of flash-card programs, properties of outliners, attributes of kramdown. All outside
/// code. O(length).
void drop_tool_marks(std::string& text);

/// Whether a line is a property that an outliner keeps in a text: "id:: 6623", "alias:: k8".
bool is_outliner_property(std::string_view line);

/// Whether a line is nothing but attributes for the block beside it, as kramdown and its kin write
/// them: "{: .note #keel}", "{:toc}"; "{:a 1}" is a map of Clojure. O(length).
bool is_attribute_list(std::string_view line);

}  // namespace answers
