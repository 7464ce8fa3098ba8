#include "searcher/ranking/evaluation.h"

#include "searcher/commands/eval_command.h"
#include "tests/indexer/support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <sstream>

namespace answers {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr double log3 = 1.5849625007211562;  // log2(3): what the second rank is divided by

Figures figures_of(const std::vector<std::string>& documents, const Grades& grades) {
  return evaluate(documents, grades);
}

TEST(Evaluation, CountsAsItIsDoneByHand) {
  const struct {
    std::vector<std::string> documents;
    Grades grades;
    Figures expected;
  } cases[] = {
      // All relevant ones in front, the better one first.
      {{"a", "b"}, {{"a", 2}, {"b", 1}}, {1, 1, 1, 1, 1}},
      // The other way round: (1 + 2/log3) of (2 + 1/log3).
      {{"b", "a"}, {{"a", 2}, {"b", 1}}, {(1 + 2 / log3) / (2 + 1 / log3), 1, 1, 1, 1}},
      // One that nobody judged before the only relevant one.
      {{"x", "a"}, {{"a", 1}}, {1 / log3, .5, 1, .5, .5}},
      // One of two is never found.
      {{"a"}, {{"a", 1}, {"b", 1}}, {1 / (1 + 1 / log3), 1, .5, .5, 1}},
      // Judged and not relevant, and below zero, count as nothing.
      {{"n", "m", "a"}, {{"a", 3}, {"n", 0}, {"m", -1}}, {.5, 1. / 3, 1, 1. / 3, 1}},
      {{}, {{"a", 1}}, {0, 0, 0, 0, 1}},
  };
  for (const auto& [documents, grades, expected] : cases) {
    const Figures figures = figures_of(documents, grades);
    for (const Measure& measure : measures) {
      EXPECT_NEAR(figures.*measure.of, expected.*measure.of, 1e-12)
          << measure.name << " of " << testing::PrintToString(documents);
    }
  }
}

TEST(Evaluation, CutsEachMeasureAtItsRank) {
  const auto at_rank = [](std::size_t rank) {
    std::vector<std::string> documents;
    for (std::size_t i = 1; i < rank; ++i) documents.push_back("x" + std::to_string(i));
    documents.emplace_back("a");
    return figures_of(documents, {{"a", 1}});
  };
  EXPECT_GT(at_rank(10).ndcg10, 0);
  EXPECT_EQ(at_rank(11).ndcg10, 0);
  EXPECT_EQ(at_rank(11).mrr10, 0);
  EXPECT_EQ(at_rank(100).recall100, 1);
  EXPECT_EQ(at_rank(101).recall100, 0);
  EXPECT_EQ(at_rank(1000).average_precision, .001);
  EXPECT_EQ(at_rank(1001).average_precision, 0);
}

TEST(Evaluation, ReadsWhatTrecEvalReads) {
  std::vector<std::size_t> troubled;
  const OnTrouble on_trouble = [&](const Trouble& trouble) { troubled.push_back(trouble.line); };
  std::istringstream qrels(
      "\xEF\xBB\xBF"
      "1 0 a 1\n1\t0\tb  2.0\r\n\n1 0 c\n1 0 d high\n1 0 a 3\n2 0 a 0\n");
  const Judgments judgments = read_judgments(qrels, "qrels", on_trouble);
  EXPECT_EQ(judgments.at("1"), (Grades{{"a", 3}, {"b", 2}}));
  EXPECT_FALSE(has_relevant(judgments.at("2")));
  EXPECT_THAT(troubled, ElementsAre(4, 5));
  // The rank decides, of equal ranks the score, nothing counts twice.
  std::istringstream run(
      "\xEF\xBB\xBF"
      "1 Q0 c 3 1.0 r\n1 Q0 a 1 0.5 r\n1 Q0 b 2 9.0\n1 Q0 d 2 9.5\n1 Q0 a 4 0\n1 Q0\n");
  EXPECT_THAT(read_run(run, "run", on_trouble).at("1"), ElementsAre("a", "d", "b", "c"));
  EXPECT_THAT(troubled, ElementsAre(4, 5, 6));
}

TEST(Evaluation, AnIntervalTellsChanceFromChange) {
  std::vector<double> none;
  std::vector<double> some;
  for (int i = 0; i < 100; ++i) {
    none.push_back(i % 2 == 0 ? .1 : -.1);
    some.push_back(i % 2 == 0 ? .2 : -.1);
  }
  const Difference chance = bootstrap(none);
  EXPECT_NEAR(chance.mean, 0, 1e-12);
  EXPECT_LT(chance.low, 0);
  EXPECT_GT(chance.high, 0);
  EXPECT_GT(chance.p, .5);
  const Difference change = bootstrap(some);
  EXPECT_NEAR(change.mean, .05, 1e-12);
  // The normal approximation: mean ± 1.96 × .15/√100.
  EXPECT_NEAR(change.low, .05 - 1.96 * .015, .002);
  EXPECT_NEAR(change.high, .05 + 1.96 * .015, .002);
  EXPECT_LT(change.p, .01);
  EXPECT_EQ(bootstrap(some).p, change.p);
  EXPECT_EQ(bootstrap(std::vector<double>(5, 0.)).p, 1);
  EXPECT_EQ(bootstrap(std::vector<double>{.5}).mean, .5);
}

class EvalCommandTest : public testing::Test {
 protected:
  EvalCommandTest() {
    write_file(folder_ / "queries", "1\tfirst query\n2\tsecond query\n3\tnot judged\n");
    write_file(folder_ / "qrels", "1 0 a 1\n2 0 b 1\n4 0 c 1\n");
    write_file(folder_ / "good", "1 Q0 a 1 9 r\n2 Q0 b 1 9 r\n");
    write_file(folder_ / "bad", "1 Q0 a 1 9 r\n2 Q0 x 1 9 r\n2 Q0 b 2 8 r\n");
    command_.queries = folder_ / "queries";
    command_.qrels = folder_ / "qrels";
    command_.run = folder_ / "bad";
  }
  int run() {
    std::istringstream in;
    out_.str("");
    talk_.str("");
    return run_eval(command_, in, out_, talk_);
  }

  TemporaryFolder folder_;
  EvalCommand command_;
  std::ostringstream out_;
  std::ostringstream talk_;
};

TEST_F(EvalCommandTest, NamesWhatGotWorse) {
  command_.against = folder_ / "good";
  EXPECT_EQ(run(), 0);
  EXPECT_THAT(out_.str(), HasSubstr("2 queries"));
  EXPECT_THAT(out_.str(), HasSubstr("MRR@10   0.7500    1.0000     -0.2500"));
  EXPECT_THAT(out_.str(),
              HasSubstr("1 worse in nDCG@10\n  -0.3691  1.0000 → 0.6309  2  second query\n"));
  EXPECT_THAT(out_.str(), HasSubstr("0 better"));
  command_.json = true;
  EXPECT_EQ(run(), 0);
  EXPECT_THAT(out_.str(), HasSubstr("\"schema\": \"answers.eval/1\""));
}

TEST_F(EvalCommandTest, TellsKindsOfQueriesApart) {
  write_file(folder_ / "queries", "kw-1\tone\nkw-2\ttwo\nlong\tthree\n");
  write_file(folder_ / "qrels", "kw-1 0 a 1\nkw-2 0 a 1\nlong 0 a 1\n");
  write_file(folder_ / "bad", "kw-1 Q0 a 1 9 r\nlong Q0 a 1 9 r\n");
  command_.kinds = true;
  EXPECT_EQ(run(), 0);
  EXPECT_THAT(out_.str(), HasSubstr("  0.5000  kw (2)\n  1.0000  long (1)\n"));
}

TEST_F(EvalCommandTest, FailsBelowTheFloor) {
  command_.floor = .8;
  EXPECT_EQ(run(), 0);
  command_.floor = .9;
  EXPECT_EQ(run(), 1);
  EXPECT_THAT(talk_.str(), HasSubstr("nDCG@10 0.8155 is below 0.9"));
}

TEST_F(EvalCommandTest, TellsWhatItCannotRead) {
  write_file(folder_ / "bad", "1 Q0 a 1 9 r\n2 Q0\n");
  EXPECT_EQ(run(), 2);
  EXPECT_THAT(talk_.str(), HasSubstr("bad:2: not 'query Q0 document rank score'"));
  write_file(folder_ / "qrels", "");
  EXPECT_EQ(run(), 2);
  EXPECT_THAT(talk_.str(), HasSubstr("nothing is judged relevant"));
  command_.qrels = folder_ / "none";
  EXPECT_THROW(run(), std::system_error);
}

}  // namespace
}  // namespace answers
