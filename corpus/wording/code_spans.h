#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace answers {

/// The lengths of runs of '`' in a text that are looked for no more, since none follows.
using UnclosedRuns = std::array<bool, 33>;

/// One past the code of Markdown (a span, a fence) that begins at `at` with a '`' or '~', or the
/// run of signs alone where it begins none. `unclosed` is that of `text`, none at first. All calls
/// for one text together: O(its length).
std::size_t behind_code(std::string_view text, std::size_t at, UnclosedRuns& unclosed);

/// Whether what follows `before` begins its line, but for `marks`. (A line may be a whole file: it
/// is not looked through.)
bool begins_line(std::string_view before, std::string_view marks);

}  // namespace answers
