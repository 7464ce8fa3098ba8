#include "searcher/query/spelling.h"

#include "indexer/building/index_writer.h"
#include "searcher/query/edit_distance.h"
#include "searcher/query/hangul_keys.h"
#include "searcher/query/typing_errors.h"
#include "searcher/ranking/searcher.h"
#include "tests/indexer/support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>

namespace answers {
namespace {

TEST(EditDistance, CountsLettersAndSwaps) {
  struct Row {
    const char* one;
    const char* other;
    std::size_t distance;
  };
  constexpr Row rows[] = {
      {"tree", "tree", 0},     {"tree", "tre", 1},    {"tree", "trees", 1}, {"tree", "tere", 1},
      {"tree", "three", 1},    {"tree", "grew", 2},   {"tree", "graph", 3}, {"", "ab", 2},
      {"abcdef", "badcfe", 3}, {"ab", "abcdefgh", 3},
  };
  for (const auto& [one, other, distance] : rows)
    EXPECT_EQ(edit_distance(one, other, 2), distance) << one << ' ' << other;
}

TEST(IsInflection, KnowsTheRegularEndings) {
  struct Row {
    const char* word;
    const char* base;
    bool is_one;
  };
  constexpr Row rows[] = {
      {"programs", "program", true},
      {"boxes", "boxe", true},
      {"copies", "copy", true},
      {"copied", "copy", true},
      {"audited", "audit", true},
      {"audits", "audited", false},
      {"finding", "find", true},
      {"making", "make", true},
      {"used", "used", false},
      {"stopped", "stop", true},
      {"insertting", "insert", false},
      {"whoopiing", "whoopi", false},
      {"guiltly", "guilt", false},
      {"gases", "gas", false},
      {"", "", false},
      {"battering", "battery", false},
  };
  for (const auto& [word, base, is_one] : rows)
    EXPECT_EQ(is_inflection(word, base), is_one) << word << ' ' << base;
}

TEST(HangulKeys, PutSyllablesTogetherAndApart) {
  struct Row {
    const char32_t* word;
    const char32_t* keys;
  };
  constexpr Row rows[] = {
      {U"값이", U"ㄱㅏㅂㅅㅇㅣ"}, {U"갑시", U"ㄱㅏㅂㅅㅣ"}, {U"괜찮아", U"ㄱㅗㅐㄴㅊㅏㄴㅎㅇㅏ"},
      {U"까치", U"ㄲㅏㅊㅣ"},     {U"했다", U"ㅎㅐㅆㄷㅏ"}, {U"ㅋㅋ", U"ㅋㅋ"},
      {U"퓨ㅓㅌ", U"ㅍㅠㅓㅌ"},   {U"의", U"ㅇㅡㅣ"},       {U"", U""},
  };
  for (const auto& [word, keys] : rows) {
    EXPECT_EQ(bytes_of(hangul_of_keys(keys)), bytes_of(word));
    EXPECT_EQ(hangul_of_keys(keys_of_hangul(word)), word) << bytes_of(word);
  }
  EXPECT_EQ(keys_of_hangul(U"값"), U"ㄱㅏㅂㅅ");
  EXPECT_EQ(keys_of_hangul(U"AI값"), U"");
  EXPECT_TRUE(is_whole_hangul(U"값이"));
  EXPECT_FALSE(is_whole_hangul(U"퓨ㅓㅌ"));
}

TEST(TypingErrors, AreLikelierOrLess) {
  std::map<std::string, double> of_vaccum;
  one_error_away(U"vaccum", alphabet_of(U"vaccum"), [&](const Letters& meant, double likelihood) {
    double& known = of_vaccum[bytes_of(meant)];
    known = std::max(known, likelihood);
  });
  EXPECT_GT(of_vaccum["vacum"], of_vaccum["vacuum"]);  // c twice, or the wrong letter twice
  EXPECT_GT(of_vaccum["vacuum"], of_vaccum["vactum"]);
  std::map<std::string, double> of_iphone;
  one_error_away(U"iphone", alphabet_of(U"iphone"),
                 [&](const Letters& meant, double) { of_iphone[bytes_of(meant)] = 1; });
  EXPECT_FALSE(of_iphone.contains("phone"));
  EXPECT_TRUE(of_iphone.contains("iphones"));
  std::map<std::string, double> of_seperate;
  one_error_away(U"seperate", alphabet_of(U"seperate"), [&](const Letters& meant, double likely) {
    of_seperate[bytes_of(meant)] += likely;
  });
  EXPECT_GT(of_seperate["separate"], 5 * of_seperate["sepyrate"]);
  std::map<std::string, double> of_presicion;
  one_error_away(U"presicion", alphabet_of(U"presicion"), [&](const Letters& meant, double likely) {
    of_presicion[bytes_of(meant)] += likely;
  });
  EXPECT_GT(of_presicion["precision"], 0);  // c and s sound alike
  EXPECT_FALSE(of_presicion.contains("presinioc"));
}

/// A world of JSON lines that is searched.
class CorrectedWorld : public testing::Test {
 protected:
  void search_in(const std::string& lines) {
    write_file(folder_ / "world.jsonl", lines);
    index_collections({.directory = folder_ / "index", .collections = {folder_ / "world.jsonl"}},
                      silent_);
    searcher_.emplace(open_index({folder_ / "index"}));
  }

  std::string corrected(const std::string& query) {
    return searcher_->search(query, {}).query.corrected;
  }

  TemporaryFolder folder_;
  IndexListener silent_;
  std::optional<Searcher> searcher_;
};

class SpellingTest : public CorrectedWorld {
 protected:
  SpellingTest() {
    search_in(
        json_line("heart", "Which road does the tin man follow?", "He wants a heart of his own.") +
        json_line("heap", "What is a heap?", "A heap is a tree with an order.") +
        json_line("heap2", "When is a heap slow?", "A heap is slow to search.") +
        json_line("heap3", "Who made the heap?", "The heap came with heapsort.") +
        json_line("home", "May I work from home?", "Home offices may be deducted.") +
        json_line("find", "Where do I find it?", "You will find a list of programs here.") +
        json_line("norm", "What did Ramsey prove?", "That order cannot be avoided."));
  }
};

TEST_F(SpellingTest, TheOtherWordsDecideBetweenNeighbours) {
  EXPECT_EQ(corrected("sort a heao"), "sort a heap");
  EXPECT_EQ(corrected("tin man wants a heat"), "tin man wants a heart");
}

TEST_F(SpellingTest, AWordOfThreeLettersIsMendedBesideOthers) {
  EXPECT_EQ(corrected("working from hom"), "working from home");
  EXPECT_EQ(corrected("hom"), "");
  EXPECT_EQ(corrected("working from HoM"), "");
}

TEST_F(SpellingTest, AWordNeedNotBeWrittenInThisInflection) {
  EXPECT_EQ(corrected("findimg programs"), "finding programs");
}

class OtherWordsTest : public CorrectedWorld {
 protected:
  OtherWordsTest() {
    search_in(json_line("phone", "How do I unlock my phone?", "Hold the phone near the charger.") +
              json_line("paleo", "Is a paleo diet healthy?", "A paleo diet leaves out grain.") +
              json_line("commit", "How do I commit a file?", "git add, then git commit.") +
              json_line("commits", "Where are my commits?", "The log lists commits: git log.") +
              json_line("parcel", "Where is my parcel?", "It was sent, sent by mail.") +
              json_line("vacuum", "Is the vacuum full?", "Empty the vacuum and clean its filter.") +
              json_line("comer", "Quando devo comer?",
                        "Coma com fome, e coma pouco, mas não muito à noite; isso não é bom para "
                        "você.") +
              json_line("net", "오버피팅은 무엇인가요?", "오버피팅을 방지하려면 데이터를 늘린다.") +
              json_line("nets", "신경망의 오버피팅", "오버피팅일 경우 컴퓨터가 외운다."));
  }
};

TEST_F(OtherWordsTest, ANameIsNoMistypedWord) {
  EXPECT_EQ(corrected("iphone charger"), "");
  EXPECT_TRUE(searcher_->search("iphone", {}).hits.empty());
}

TEST_F(OtherWordsTest, AnEverydayWordIsLeft) { EXPECT_EQ(corrected("pale grain"), ""); }

TEST_F(OtherWordsTest, TwoErrorsAreCountedInTheWordAndNotInItsStem) {
  for (const std::string query : {"sensitive parcel", "sensitivity parcel"}) {
    EXPECT_EQ(searcher_->search(query, {}).query.taken_as, std::vector<std::string>{""}) << query;
    EXPECT_TRUE(searcher_->search(query, {}).query.suggestions.empty()) << query;
  }
}

TEST_F(OtherWordsTest, TheStemOfAnotherLanguageIsNoReasonToLeaveAMistypedWord) {
  EXPECT_EQ(corrected("comit"), "commit");
  EXPECT_EQ(corrected("comit a file"), "commit a file");
  EXPECT_EQ(corrected("comendo"), "");
}

TEST_F(OtherWordsTest, TheWrongLetterDoubledIsFound) {
  EXPECT_EQ(corrected("empty the vaccum"), "empty the vacuum");
  EXPECT_FALSE(searcher_->search("vaccum", {}).hits.empty());
}

TEST_F(OtherWordsTest, WhoDoesAThingIsFoundByTheVerb) {
  const auto results = searcher_->search("filter cleaners", {});
  EXPECT_EQ(results.query.corrected, "");
  ASSERT_FALSE(results.hits.empty());
  EXPECT_EQ(results.hits.front().record.id, "vacuum");
}

TEST_F(OtherWordsTest, HangulIsMendedByTheKeysOfItsSyllables) {
  EXPECT_EQ(corrected("오버피딩 방지"), "오버피팅 방지");
  EXPECT_EQ(corrected("컴퓨ㅓㅌ"), "컴퓨터");
  EXPECT_EQ(corrected("오버피팅보다"), "");
  EXPECT_EQ(corrected("오버피팅"), "");
}

class CommonWordsTest : public CorrectedWorld {
 protected:
  CommonWordsTest() {
    std::string world = json_line("typed", "My vaccum is loud", "Clean it.") +
                        json_line("chroma", "What is chroma?", "How strong a hue is.") +
                        json_line("chrome", "What is chrome?", "A metal that shines.");
    for (int i = 0; i < 40; ++i) {
      const std::string number = std::to_string(i);
      world += json_line("right" + number, "How do I clean vacuum " + number + "?", "Open it.");
    }
    search_in(world);
  }
};

TEST_F(CommonWordsTest, AMisspeltWordThatARecordHasFindsTheCommonOneToo) {
  const auto results = searcher_->search("vaccum", {});
  EXPECT_EQ(results.query.corrected, "");
  ASSERT_GT(results.hits.size(), 1U);
  EXPECT_EQ(results.hits.front().record.id, "typed");
  ASSERT_FALSE(results.query.suggestions.empty());
  EXPECT_EQ(results.query.suggestions.front().query, "vacuum");
}

TEST_F(CommonWordsTest, AMistypedWordIsNoBeginningOfARareOne) {
  std::string world;
  for (int i = 0; i < 3; ++i)
    world += json_line("name" + std::to_string(i), "Who is Lerner?", "A man who is called Lerner.");
  for (int i = 0; i < 100; ++i) {
    const std::string number = std::to_string(i);
    world += json_line("learn" + number, "Why learn Spanish " + number + "?", "To speak it.");
    if (i < 20) world += json_line("d" + number, "Where is the duplicate " + number + "?", "Here.");
  }
  search_in(world);
  EXPECT_EQ(searcher_->search("lern spanish", {}).query.corrected, "learn spanish");
  const auto cut = searcher_->search("dupl spanish", {});  // of a common one it is
  EXPECT_EQ(cut.query.corrected, "");
  EXPECT_THAT(cut.query.taken_as, testing::ElementsAre("duplicate"));
}

TEST_F(CommonWordsTest, AFewWordsAreSeldomMistypedFunctionWords) {
  std::string world;
  for (int i = 0; i < 60; ++i) {
    const std::string number = std::to_string(i);
    world +=
        json_line("for" + number, "What is used for cleaning " + number + "?", "A mop for it.");
    world += json_line("floor" + number, "Is floor cleaning " + number + " hard?", "No.");
  }
  search_in(world);
  EXPECT_EQ(searcher_->search("flor cleaning", {}).query.corrected, "floor cleaning");
  EXPECT_EQ(searcher_->search("whta is used to clean", {}).query.corrected,
            "what is used to clean");
}

TEST_F(CommonWordsTest, AWordIsNotMisspeltBecauseAnotherLooksLikeIt) {
  const auto results = searcher_->search("chroma", {});
  ASSERT_EQ(results.hits.size(), 1U);
  EXPECT_TRUE(results.query.suggestions.empty());
}

class ShortWordsTest : public CorrectedWorld {
 protected:
  ShortWordsTest() {
    std::string world = json_line("snake", "How long does a snake live?", "A snake gets old.") +
                        json_line("girl", "Who was the girl with the kite?", "Nobody knows.") +
                        json_line("mongol", "How did a Mongol rider eat?", "On his horse.");
    for (int i = 0; i < 20; ++i) {
      const std::string number = std::to_string(i);
      world += json_line("ask" + number, "Whom may I ask about table " + number + "?",
                         "Ask who set the table; the host has the base plan.");
    }
    search_in(world);
  }
};

TEST_F(ShortWordsTest, AreRatherAbsentThanMistypedWhereLittleSpeaksForIt) {
  struct Row {
    const char* query;
    const char* offered;
  };
  constexpr Row rows[] = {
      {"snake gil", "snake girl"},   // which no record has together
      {"table awk", "table ask"},    // another letter in three
      {"table bose", "table base"},  // in four, of which one is no neighbour of the other
      {"rider mongo", ""},           // five letters are no short word
  };
  for (const auto& [query, offered] : rows) {
    SCOPED_TRACE(query);
    const auto results = searcher_->search(query, {});
    if (*offered == '\0') {
      EXPECT_EQ(results.query.corrected, "rider mongol");
      continue;
    }
    EXPECT_EQ(results.query.corrected, "");
    EXPECT_EQ(results.query.unknown_words.size(), 1U);
    for (const Hit& hit : results.hits) EXPECT_NE(hit.record.id, "girl");
    ASSERT_FALSE(results.query.suggestions.empty());
    EXPECT_EQ(results.query.suggestions.front().query, offered);
  }
}

TEST_F(ShortWordsTest, AreMendedWhereTheErrorIsOneThatPeopleMake) {
  EXPECT_EQ(corrected("kite gil"), "kite girl");  // records have both
  EXPECT_EQ(corrected("talbe base"), "table base");
  EXPECT_EQ(corrected("table baes"), "table base");  // swapped
  EXPECT_EQ(corrected("table bsae"), "table base");
  EXPECT_EQ(corrected("snake liev"), "snake live");
}

TEST_F(SpellingTest, AShortUnknownWordByItselfIsLeftAndItsNeighbourSuggested) {
  const auto results = searcher_->search("heal", {});
  EXPECT_EQ(results.query.corrected, "");
  ASSERT_FALSE(results.query.suggestions.empty());
  EXPECT_EQ(results.query.suggestions.front().query, "heap");
}

}  // namespace
}  // namespace answers
