#pragma once

#include <optional>
#include <string_view>

/// The commands of TeX's formulas, by their names without the backslash.
namespace answers {

/// The sign that a command stands for: "alpha" is α; "" of one that only says how to set what
/// follows (left, displaystyle); blanks of a space.
std::optional<std::string_view> tex_symbol(std::string_view name);

/// Whether it is a function that is written as it is read: "log", "max".
bool is_tex_function(std::string_view name);

/// Whether it dresses its argument, which is read as it is: "text", "mathbf".
bool is_tex_dress(std::string_view name);

/// The combining character of an accent: "hat".
std::optional<std::string_view> tex_accent(std::string_view name);

}  // namespace answers
