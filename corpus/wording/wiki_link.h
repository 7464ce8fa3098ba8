#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace answers {

struct WikiLink {
  std::string_view label{};  ///< what a reader sees of it
  std::size_t size = 0;      ///< in bytes, with its brackets
};

/// The "[[page]]" or "[[page|label]]" that `text` begins with, as Obsidian, Logseq and wikis write
/// them. What may be an attribute of C++ ("[[nodiscard]]", "[[gnu::packed]]"), a test of a shell
/// ("[[ -f x ]]") or a list of lists is none.
std::optional<WikiLink> leading_wiki_link(std::string_view text);

}  // namespace answers
