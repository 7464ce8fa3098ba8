#include "searcher/query/thesaurus.h"

#include "indexer/analysis/analysis.h"

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

TEST(Thesaurus, AcronymsAreInOrderAndFoundByTheirShortForm) {
  EXPECT_TRUE(std::ranges::is_sorted(common_acronyms(), {}, &CommonAcronym::short_form));
  for (const CommonAcronym& one : common_acronyms()) {
    EXPECT_TRUE(std::ranges::any_of(common_acronyms(one.short_form), [&](const auto& found) {
      return found.long_form == one.long_form;
    })) << one.short_form;
  }
  EXPECT_TRUE(common_acronyms("nothing").empty());
}

}  // namespace
}  // namespace answers
