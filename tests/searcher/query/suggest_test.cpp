#include "searcher/query/suggest.h"

#include "indexer/building/index_writer.h"
#include "tests/indexer/support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>

namespace answers {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

class SuggestTest : public testing::Test {
 protected:
  SuggestTest() {
    write_file(folder_ / "world.jsonl",
               json_line("1", "What is regularization?", "A penalty on weights.") +
                   json_line("2", "What's a regular expression?", "A pattern.") +
                   json_line("3", "Why does dropout help?", "Regularization, in a way.") +
                   json_line("4", "What does k-NN do at prediction?", "It looks at neighbours.") +
                   json_line("5", "Is C++ faster than Python?", "Mostly.") +
                   json_line("6", "Was ist na\xC3\xAFve Bayes?", "Ein Klassifikator.") +
                   json_line("7", "\xE4\xBB\x80\xE4\xB9\x88\xE6\x98\xAF\xE7\xBD\x91\xE7\xBB\x9C?",
                             "\xE7\xBD\x91\xE7\xBB\x9C"));
    IndexListener silent;
    index_collections({.directory = folder_ / "index", .collections = {folder_ / "world.jsonl"}},
                      silent);
    index_.emplace(open_index({folder_ / "index"}));
  }
  std::vector<std::string> words(std::string_view typed, std::size_t limit = 10) {
    std::vector<std::string> list;
    for (const auto& word : suggest(*index_, typed, limit).words) list.push_back(word.text);
    return list;
  }
  std::vector<std::string> ids(std::string_view typed, std::size_t limit = 10) {
    std::vector<std::string> list;
    for (const auto& record : suggest(*index_, typed, limit).questions) list.push_back(record.id);
    return list;
  }
  TemporaryFolder folder_;
  std::optional<Index> index_;
};

TEST_F(SuggestTest, WordsThatBeginAsTyped) {
  EXPECT_THAT(words("regul"), UnorderedElementsAre("regular", "regularization"));
  EXPECT_THAT(words("REGULARIZ"), ElementsAre("regularization"));
  EXPECT_THAT(words("Why does dro"), ElementsAre("Why does dropout"));
  EXPECT_THAT(words("naive"), ElementsAre("naive"));
  EXPECT_THAT(words("k-n"), ElementsAre("k-nn"));
  EXPECT_THAT(words("c+"), ElementsAre("c++"));
}

TEST_F(SuggestTest, QuestionsThatHaveTheWords) {
  EXPECT_THAT(ids("regul"), UnorderedElementsAre("1", "2"));
  EXPECT_THAT(ids("expression reg"), ElementsAre("2"));
  EXPECT_THAT(ids("dropout "), ElementsAre("3"));
  EXPECT_THAT(ids("what is reg"), UnorderedElementsAre("1", "2"));
  EXPECT_THAT(ids("\xE7\xBD\x91\xE7\xBB\x9C"), ElementsAre("7"));
}

TEST_F(SuggestTest, TheOneThatBeginsAsTypedComesFirst) {
  EXPECT_EQ(ids("what is r").at(0), "1");
  EXPECT_EQ(ids("what's a r").at(0), "2");
}

TEST_F(SuggestTest, QuestionsThatBeginAsTypedGoOnWithTheirWords) {
  EXPECT_THAT(ids("what is "), ElementsAre("1"));
  EXPECT_THAT(ids("what"), testing::SizeIs(testing::Ge(3U)));
  EXPECT_THAT(words("what does"), ElementsAre("what does")) << "the last word may be whole";
  EXPECT_THAT(words("is c"), ElementsAre("is c++"));
}

TEST_F(SuggestTest, AWordOfTheAnswersStandsInWhereNoQuestionHasOne) {
  EXPECT_THAT(words("penal"), ElementsAre("penalty"));
  EXPECT_THAT(ids("penal"), IsEmpty()) << "which do not ask for it";
  EXPECT_THAT(words("what pat"), ElementsAre("what pattern"));
  EXPECT_THAT(words("pre"), ElementsAre("prediction"));
  EXPECT_THAT(words("p"), Not(Contains("penalty"))) << "a question has one";
}

TEST_F(SuggestTest, NothingForNothing) {
  for (const char* typed : {"", " ", "?", "zzz", "zzz dro", "\xFF\xFE", "Q"}) {
    EXPECT_THAT(words(typed), IsEmpty()) << typed;
    EXPECT_THAT(ids(typed), IsEmpty()) << typed;
  }
}

TEST_F(SuggestTest, AtMostAsManyAsAskedFor) {
  EXPECT_EQ(words("regul", 1).size(), 1U);
  EXPECT_EQ(ids("regul", 1).size(), 1U);
}

TEST_F(SuggestTest, AHugeBeginningIsNoTrouble) {
  EXPECT_THAT(ids(std::string(1'000'000, 'a')), IsEmpty());
  EXPECT_THAT(ids(std::string(400, 'b') + " dro"), IsEmpty());
}

}  // namespace
}  // namespace answers
