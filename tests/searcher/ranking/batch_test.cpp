#include "searcher/ranking/batch.h"

#include <gtest/gtest.h>

#include <sstream>

namespace answers {
namespace {

TEST(BatchReader, ReadsBothKindsOfLines) {
  const struct {
    const char* line;
    const char* qid;
    const char* text;
    const char* error;
  } cases[] = {
      {"q1\tpca", "q1", "pca", ""},
      {"q1\ta\tb", "q1", "a\tb", ""},
      {"q1\t", "q1", "", ""},
      {"q1\tpca\r", "q1", "pca", ""},
      {R"({"qid": "q1", "query": "a\tb"})", "q1", "a\tb", ""},
      {R"({"qid": 12, "query": "pca"})", "12", "pca", ""},
      {R"({"query": "pca"})", "1", "pca", ""},
      {R"({"qid": "q1", "text": "pca"})", "q1", "", "no \"query\" in the object"},
      {R"({"qid": "q1", "query")", "1", "", "not a JSON object"},
      {"{\"query\": \"\xFF\"}", "1", "", "not a JSON object"},
      {"     1\tpca", "1", "pca", ""},
      {"pca", "1", "pca", ""},
      {"\xEF\xBB\xBFq1\tpca", "q1", "pca", ""},
  };
  for (const auto& [line, qid, text, error] : cases) {
    std::istringstream in(line);
    BatchReader batch(in);
    const auto query = batch.next();
    ASSERT_TRUE(query) << line;
    EXPECT_EQ(query->qid, qid) << line;
    EXPECT_EQ(query->text, text) << line;
    EXPECT_EQ(query->error, error) << line;
    EXPECT_FALSE(batch.next()) << line;
  }
}

TEST(BatchReader, TheFirstLineSaysWhetherTheOthersNeedAnId) {
  std::istringstream with("q1\ta\nb\n{\"query\": \"c\"}\nq4\td\n");
  BatchReader batch(with);
  EXPECT_EQ(batch.next()->qid, "q1");
  EXPECT_EQ(batch.next()->error, "no tab in the line, which others have: 'qid TAB query'");
  EXPECT_EQ(batch.next()->qid, "3");
  EXPECT_EQ(batch.next()->text, "d");
  std::istringstream without("a\nb\tc\n");
  BatchReader list(without);
  EXPECT_EQ(list.next()->text, "a");
  const auto second = list.next();
  EXPECT_EQ(second->qid, "2");
  EXPECT_EQ(second->text, "b\tc");
}

TEST(BatchReader, BlankLinesCountButAreNoQueries) {
  std::istringstream in("\n  \n\r\nq\tpca\n");
  BatchReader batch(in);
  EXPECT_EQ(batch.next()->line, 4U);
  EXPECT_FALSE(batch.next());
}

TEST(BatchReader, AnEndlessLineIsAnErrorAndTheNextIsRead) {
  std::istringstream in("q1\t" + std::string(5 << 20, 'x') + "\nq2\tpca\n");
  BatchReader batch(in);
  EXPECT_EQ(batch.next()->error, "a line of more than 4 MiB");
  EXPECT_EQ(batch.next()->text, "pca");
}

}  // namespace
}  // namespace answers
