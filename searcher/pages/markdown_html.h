#pragma once

#include "searcher/ranking/results.h"

#include <span>
#include <string>
#include <string_view>

namespace answers {

/// Markdown of a stranger as HTML that does nothing: the tags are ours, the texts are escaped.
/// Nothing is fetched and nothing runs: images become links, addresses other than http, https, ftp
/// and mailto become text, HTML inside is dropped where it only dresses text and shown as text
/// where it does more. Headings begin at <h`heading`>. `marks` are bytes of `markdown`. Any text
/// is valid. O(length).
std::string markdown_html(std::string_view markdown, int heading,
                          std::span<const Range> marks = {});

}  // namespace answers
