#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace answers {

/// Another query that finds something.
struct Suggestion {
  std::string query{};
  std::size_t records = 0;  ///< that match it; 0 where nobody counted
};

/// A word or a filter of a query, and what is known of it.
struct AskedWord {
  std::string text{};       ///< as typed, "tag:trees" where it is a filter
  std::string field{};      ///< of a filter, else empty
  std::size_t records = 0;  ///< that have it in one of its forms, as far as the commonest one tells
  /// Of a filter that no record fits, one that was probably meant, and its records; else empty.
  std::string nearest{};
  std::size_t nearest_records = 0;
};

/// What the searcher made of the words that were typed.
struct Understanding {
  std::string text{};       ///< as typed
  std::string corrected{};  ///< what was searched instead; empty when nothing was corrected
  std::string kept{};       ///< of a pasted error message or log: what was searched for; else empty
  std::vector<Suggestion> suggestions{};     ///< did you mean
  std::vector<std::string> unknown_words{};  ///< that no record has, whatever else was found
  std::vector<std::string> taken_as{};       ///< of each of them, what it was searched as, or ""
  bool is_cut_short = false;                 ///< it is so long that only its beginning was searched
  std::vector<AskedWord> words{};  ///< all of them, and all filters, where nothing was found
};

}  // namespace answers
