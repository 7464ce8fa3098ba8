#pragma once

#include "corpus/markdown/document.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace answers::markdown {

/// How a line is bold: all of it, or from its number on.
enum class Bold : std::uint8_t { whole, numbered };

/// How a line is bold; nullopt when it is not. "**Why?**", "__Why?__", "<b>3. Why?</b> So.".
/// O(length).
std::optional<Bold> how_bold(std::string_view text);

/// "**Term**", as the front of a card has it.
bool is_all_bold(std::string_view content);

/// One past the bold line at `line`, which may go on below: "**How do I", "moor?**".
std::size_t end_of_bold(const Document& document, std::size_t line);

}  // namespace answers::markdown
