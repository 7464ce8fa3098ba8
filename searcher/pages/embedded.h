#pragma once

#include <string_view>

namespace answers {

/// A file that is part of the program, by its name: "page.css", "openapi.json". Empty for any other
/// name. (embed.cmake makes the function.)
std::string_view embedded_file(std::string_view name);

}  // namespace answers
