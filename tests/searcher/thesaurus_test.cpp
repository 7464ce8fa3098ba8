#include "searcher/thesaurus.h"

#include "indexer/analysis.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace answers {
namespace {

TEST(Thesaurus, EveryWordOfAGroupIsFoundByItsStem) {
  Analyser analyser;
  for (std::size_t group = 0; group < synonym_groups().size(); ++group) {
    std::string_view words = synonym_groups()[group];
    while (!words.empty()) {
      const std::string word(words.substr(0, words.find(' ')));
      words.remove_prefix(std::min(word.size() + 1, words.size()));
      const std::string stem(analyser.stem(word, "en"));
      const auto alike = group_words_like(stem);
      EXPECT_TRUE(std::ranges::any_of(alike, [&](const GroupWord& one) {
        return one.group == group && one.word == word;
      })) << word;
    }
  }
}

}  // namespace
}  // namespace answers
