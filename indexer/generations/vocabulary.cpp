#include "indexer/generations/vocabulary.h"

#include <algorithm>
#include <tuple>

namespace answers {
namespace {

std::string unpacked(std::string_view word, std::string_view text) {
  const auto common = static_cast<std::size_t>(static_cast<unsigned char>(text[0]) - ' ');
  return std::string(word.substr(0, common)).append(text.substr(1));
}

bool is_filter_term(std::string_view term) { return term[0] >= 'A' && term[0] <= 'Z'; }

void sort_words(std::vector<KnownWord>& words) {
  std::ranges::sort(words, {},
                    [](const KnownWord& known) { return std::tie(known.word, known.term); });
}

}  // namespace

std::string synonym_of_word(std::string_view word, std::string_view term) {
  const auto end = std::ranges::mismatch(word, term).in1;
  const auto common = static_cast<std::size_t>(end - word.begin());
  std::string text(1, static_cast<char>(' ' + common));
  return text.append(term.substr(common));
}

std::vector<KnownWord> words_beginning(const Xapian::Database& database,
                                       const std::string& beginning, std::size_t most) {
  std::vector<KnownWord> words;
  if (beginning.empty()) return words;
  for (auto word = database.synonym_keys_begin(beginning);
       word != database.synonym_keys_end(beginning) && words.size() < most; ++word) {
    for (std::string& term : terms_of_word(database, *word))
      words.push_back({*word, std::move(term)});
  }
  std::size_t left = most;
  for (auto term = database.allterms_begin(beginning);
       term != database.allterms_end(beginning) && left > 0; ++term, --left) {
    if (!is_filter_term(*term)) words.push_back({*term, *term});
  }
  sort_words(words);
  return words;
}

std::vector<KnownWord> words_beginning(const RemoteWords& table, const std::string& beginning,
                                       std::size_t most) {
  std::vector<KnownWord> words;
  if (beginning.empty()) return words;
  table.keys_beginning(beginning, [&](std::string_view key) {
    for (std::string& term : terms_of_word(table, std::string(key)))
      words.push_back({std::string(key), std::move(term)});
    return words.size() < most;
  });
  std::size_t left = most;
  table.terms_beginning(beginning, [&](std::string_view term, std::uint32_t) {
    if (!is_filter_term(term)) words.push_back({std::string(term), std::string(term)});
    return --left > 0;
  });
  sort_words(words);
  return words;
}

std::vector<std::string> terms_of_word(const RemoteWords& table, const std::string& word) {
  std::vector<std::string> terms;
  for (const std::string_view value : table.values_of(word)) {
    if (!value.empty()) terms.push_back(unpacked(word, value));
  }
  return terms;
}

std::vector<std::string> terms_of_word(const Xapian::Database& database, const std::string& word) {
  std::vector<std::string> terms;
  for (auto term = database.synonyms_begin(word); term != database.synonyms_end(word); ++term) {
    if (!(*term).empty()) terms.push_back(unpacked(word, *term));
  }
  return terms;
}

}  // namespace answers
