#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace answers {

/// A character reference of HTML ("&quot;", "&#8217;", "&#x27;") and what it stands for.
struct Reference {
  std::size_t size = 0;  ///< in bytes, with '&' and ';'
  std::string text{};
};

/// The one that `text` begins with: any name of the HTML standard, any number. nullopt when there
/// is none; one without its ';' is none, since addresses are full of them ("?a=1&copy=2"). Numbers
/// of no character are U+FFFD; those of Windows-1252's (128–159) are what they meant there. O(1);
/// the first time that a name is asked for some microseconds.
std::optional<Reference> leading_reference(std::string_view text);

/// `text` with what its references stand for; a blank for one that does not break. O(length).
std::string without_references(std::string_view text);

}  // namespace answers
