#pragma once

#include "indexer/generations/index.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace answers {

struct SuggestedWord {
  std::string text{};       ///< what was typed, with its last word completed
  std::size_t records = 0;  ///< that have the word
};

/// What may be meant by the beginning of a query.
struct Suggestions {
  std::vector<SuggestedWord> words{};  ///< the most frequent first
  std::vector<Record> questions{};  ///< that have all words typed, the last of them as a beginning
};

/// Suggestions for `typed`, at most `limit` of each kind: first questions that begin so, the
/// shortest first, by the terms that their beginnings have in the index. Then looks up terms that
/// begin like the last word, asks for the best records with them, and keeps those whose question
/// really has the words. Where questions begin as typed, the words are those that they go on with.
/// Where no question has them, the words of the answers that begin as typed. None for more than 500
/// bytes. Reads at most 160 records and 8,000 terms; 60 and none where enough questions begin as
/// typed.
Suggestions suggest(const Index& index, std::string_view typed, std::size_t limit);

}  // namespace answers
