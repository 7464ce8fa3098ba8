#pragma once

#include "searcher/display/styled_text.h"
#include "searcher/ranking/results.h"

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace answers {

/// `text` on one line as styled text, with `match_style` on its `matches`. Emphasis marks and the
/// addresses of links are left out; `code spans` stay.
StyledText highlighted(std::string_view text, std::span<const Range> matches, std::uint8_t base,
                       std::uint8_t match_style);

/// A passage as lines of at most `columns`: prose wrapped, list items each on a line of their own,
/// headings bold and without their marks, rows of a table in columns; these and code, fenced or
/// indented, which is kept as written, are cut off at the edge.
/// `record`: the text it is from, which says how far its first line is indented, and in its last
/// lines perhaps where its links lead.
std::vector<StyledText> passage_lines(const Passage& passage, std::size_t columns,
                                      std::string_view record = {});

}  // namespace answers
