#include "searcher/query/own_words.h"

#include "indexer/building/index_writer.h"
#include "searcher/ranking/searcher.h"
#include "tests/indexer/support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace answers {
namespace {

using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

struct OwnWordsTest : testing::Test {
  void SetUp() override {
    write_file(folder / "world.jsonl",
               json_line("leave", "How much paid time off is there?", "Thirty days.") +
                   json_line("bus", "Where does the omnibus stop?", "At the corner.") +
                   json_line("van", "Who may drive the van?", "Whoever has a licence.") +
                   json_line("car", "Who washes the car?", "Its driver.") +
                   json_line("als", "What is alternating least squares?",
                             "Alternating least squares (ALS) fixes one side. ALS is quick."));
    IndexListener silent;
    index_collections({.directory = folder / "index", .collections = {folder / "world.jsonl"}},
                      silent);
  }
  void say(const std::string& toml) { write_file(folder / "index" / "synonyms.toml", toml); }
  std::vector<std::string> found(const std::string& query) {
    Searcher searcher(open_index({folder / "index"}));
    std::vector<std::string> ids;
    for (const Hit& hit : searcher.search(query, {}).hits) ids.push_back(hit.record.id);
    return ids;
  }
  std::vector<std::string> warnings() {
    return Searcher(open_index({folder / "index"})).warnings();
  }
  TemporaryFolder folder;
};

TEST_F(OwnWordsTest, WhatIsTheSameFindsEachOther) {
  EXPECT_THAT(found("pto"), IsEmpty());
  say("same = [[\"PTO\", \"paid time off\"], [\"coach\", \"omnibus\"]]");
  EXPECT_THAT(warnings(), IsEmpty());
  EXPECT_THAT(found("pto"), ElementsAre("leave"));
  EXPECT_THAT(found("coaches"), ElementsAre("bus"));
}

TEST_F(OwnWordsTest, WhatIsFoundAlsoIsNotTurnedRound) {
  say("[also]\nvehicle = [\"car\", \"van\"]\n\"company bus\" = \"omnibus\"\n");
  EXPECT_THAT(found("vehicle"), UnorderedElementsAre("van", "car"));
  EXPECT_THAT(found("van"), ElementsAre("van"));
  EXPECT_THAT(found("company bus"), ElementsAre("bus"));
}

TEST_F(OwnWordsTest, AcronymsAreSaidAndForgotten) {
  const auto has_long_form = [this] {
    Searcher searcher(open_index({folder / "index"}));
    const Results results = searcher.search("als", {.explain = true});
    const auto& forms = results.explanation.value().words.front().forms;
    return std::ranges::any_of(forms, [](const auto& form) { return form.origin == "acronym"; });
  };
  EXPECT_THAT(found("wtc"), IsEmpty());
  say("[acronyms]\nWTC = \"washes the car\"\n");
  EXPECT_THAT(found("wtc"), ElementsAre("car"));
  EXPECT_TRUE(has_long_form());
  say("[forget]\nacronyms = [\"ALS\"]\n");
  EXPECT_FALSE(has_long_form());
}

TEST_F(OwnWordsTest, WhatIsWrongIsToldWithItsPlaceAndTheRestHolds) {
  say("same = [[\"coach\", \"omnibus\"], [\"alone\"], \"bare\"]\nsam = 3\n[acronyms]\nX = 5\n");
  EXPECT_THAT(
      warnings(),
      ElementsAre(EndsWith("synonyms.toml:1:31: two words or more are the same, in a list of their "
                           "own"),
                  EndsWith("synonyms.toml:1:42: two words or more are the same, in a list of their "
                           "own"),
                  EndsWith("synonyms.toml:2:7: nothing is called \"sam\" here: same, also, "
                           "acronyms, forget"),
                  EndsWith("synonyms.toml:4:5: a word or a few words are expected, in quotes")));
  EXPECT_THAT(found("coach"), ElementsAre("bus"));
  say("same = [[\"coach\"\n");
  EXPECT_EQ(warnings().size(), 1U);
  EXPECT_THAT(found("van"), ElementsAre("van"));
}

TEST_F(OwnWordsTest, ALineThatIsNoTomlCostsNoOther) {
  say("[also]\nvehicle = [car, \"van\"]\n\"company bus\" = \"omnibus\"\nhello\n"
      "[acronyms]\nWTC = \"washes the car\"");
  EXPECT_THAT(warnings(),
              ElementsAre(HasSubstr("synonyms.toml:2:"), HasSubstr("synonyms.toml:4:")));
  EXPECT_THAT(found("company bus"), ElementsAre("bus"));
  EXPECT_THAT(found("wtc"), ElementsAre("car"));
  std::string all_wrong;
  for (int i = 0; i < 200; ++i) all_wrong += "hello\n";
  say(all_wrong);
  EXPECT_EQ(warnings().size(), 20U);
}

}  // namespace
}  // namespace answers
