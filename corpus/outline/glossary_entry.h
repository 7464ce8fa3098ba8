#pragma once

#include <optional>
#include <string_view>

namespace answers {

/// A term and what is said of it, in the item of a list of such.
struct GlossaryEntry {
  std::string_view term{};
  std::string_view text{};
};

/// "VAT : value added tax", "VAT - value added tax": what stands in front of the first joint is the
/// term, a few words without emphasis. nullopt for any other item. O(1).
std::optional<GlossaryEntry> glossary_entry(std::string_view item);

}  // namespace answers
