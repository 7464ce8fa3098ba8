#pragma once

#include "searcher/ranking/results.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace answers {

/// `text` as text of an HTML document or as the value of an attribute in quotes: & < > " '
/// escaped, controls and what is no UTF-8 as U+FFFD, what turns the direction of the page left out;
/// joiners stay, since Persian and Hindi need them. O(length).
std::string html_text(std::string_view text);

/// The same with <mark> around the parts of `marks` (bytes of `text`, in order). `base` is where
/// `text` begins in what the marks count in.
std::string marked_text(std::string_view text, std::span<const Range> marks, std::size_t base = 0);

}  // namespace answers
