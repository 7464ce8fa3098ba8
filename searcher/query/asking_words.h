#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace answers {

/// A stretch of a query that only asks: "what is" in some language.
struct AskingWords {
  std::size_t begin = 0;  ///< bytes of the query
  std::size_t end = 0;
  /// Whether it asks wherever it stands, or only where a query begins with it or ends in it:
  /// "explain" of "explain recursion", and not of "what does EXPLAIN show".
  enum class Place { any, first, last } place = Place::any;
  bool defines = false;  ///< it asks what something is; known of those alone that have a place
};

/// Where a query asks in words that say nothing of the matter, in the languages whose words the
/// analysis cuts otherwise than they ask ("qu'est-ce que", "とは何ですか") or that have no list of
/// function words of their own. In order, never overlapping. O(length).
std::vector<AskingWords> find_asking_words(std::string_view query);

/// A query of few words that asks what something is, as most people write the question: "what is
/// recursion" of "explain recursion", "recursion meaning" and "what does recursion mean". Nothing
/// for any other. `asking` is what find_asking_words() finds in it. O(length).
std::optional<std::string> asked_plainly(std::string_view query,
                                         std::span<const AskingWords> asking);

}  // namespace answers
