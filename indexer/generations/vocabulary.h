#pragma once

#include "indexer/remote/remote_words.h"

#include <xapian.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace answers {

/// A word that records write, and the term that finds it: "regularizing" and "regular". Both
/// folded.
struct KnownWord {
  std::string word{};
  std::string term{};
};

/// How it is noted that a word is found by another term than itself. It stands in Xapian's table of
/// synonyms, where each key is a word and its values are terms, written as how much of the word
/// they begin with, in one byte, and what follows that: compacting merges it, and it is read in
/// order.
std::string synonym_of_word(std::string_view word, std::string_view term);

/// The words of an index that begin so, with their terms, by word; at most `most`. A term of a word
/// that equals it, or that no record writes as it stands ("regular", which is the stem alone), is
/// among them. O(words that begin so).
std::vector<KnownWord> words_beginning(const Xapian::Database& database,
                                       const std::string& beginning, std::size_t most);
std::vector<KnownWord> words_beginning(const RemoteWords& table, const std::string& beginning,
                                       std::size_t most);

/// The terms that find `word`, of those that differ from it.
std::vector<std::string> terms_of_word(const Xapian::Database& database, const std::string& word);
std::vector<std::string> terms_of_word(const RemoteWords& table, const std::string& word);

}  // namespace answers
