#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace answers {

/// What a word counts in a query beside words that carry a topic: 1 for those, less for words that
/// questions are made of ("way", "need", "best"), least for function words. `folded` as fold()
/// gives it.
double word_weight(std::string_view folded, std::string_view language);

/// Words of English that people use for the same thing: "photo", "picture". Groups are lines;
/// a word may stand in several. Used at a fraction of the weight of the word that was typed.
std::span<const std::string_view> synonym_groups();

/// A word of synonym_groups()[group].
struct GroupWord {
  std::string_view word{};
  std::size_t group = 0;
};

/// The words of all groups that begin with the same two letters as `stem`, sorted: those that may
/// have it. O(log n).
std::vector<GroupWord> group_words_like(std::string_view stem);

/// An abbreviation that people use without explaining it. English, folded.
struct CommonAcronym {
  std::string_view short_form{};
  std::string_view long_form{};  ///< its words, single blanks between them
};

/// All of them, by short form.
std::span<const CommonAcronym> common_acronyms();

/// What an abbreviation may stand for where the records do not say it; empty for others.
std::span<const CommonAcronym> common_acronyms(std::string_view short_form);

}  // namespace answers
