#include "tests/indexer/support.h"
#include "tests/support/run_in_terminal.h"
#include "tests/support/run_program.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>

namespace answers {
namespace {

using testing::HasSubstr;
using testing::Not;

/// Two questions in an index, and a person who learns them.
class QuizEndToEnd : public testing::Test {
 protected:
  QuizEndToEnd() {
    write_file(folder_ / "world.jsonl",
               json_line("dropout", "Why does dropout help?", "No unit can rely on another.") +
                   json_line("momentum", "What is momentum?", "A running mean of gradients."));
    EXPECT_EQ(answers({"index", "--index", ".answers", "world.jsonl"}).exit_code, 0);
  }
  ProgramRun answers(const std::vector<std::string>& arguments, std::string_view input = {}) const {
    return run_program(arguments, folder_.path().string(), input);
  }
  TerminalRun at_terminal(const std::vector<std::string>& arguments,
                          const std::vector<TerminalStep>& steps) const {
    return run_in_terminal(arguments, folder_.path().string(), steps);
  }
  /// The review log, a line each.
  std::vector<std::string> reviews() const {
    std::ifstream file(folder_ / "answers/reviews.jsonl");
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);) lines.push_back(line);
    return lines;
  }
  TemporaryFolder folder_;
};

TEST_F(QuizEndToEnd, AQuestionAKeyTheAnswerAGrade) {
  if (!has_pseudo_terminals()) GTEST_SKIP() << "no pseudo-terminal can be had";
  const TerminalRun run = at_terminal({"quiz", "dropout", "-n", "1"},
                                      {{"Enter shows the answer", "\r"}, {"quit", "3"}});
  ASSERT_TRUE(run.in_time) << run.screen;
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_TRUE(run.mode_restored);
  const auto question = run.screen.find("Why does dropout help?");
  const auto answer = run.screen.find("No unit can rely on another.");
  EXPECT_LT(question, answer);
  EXPECT_LT(run.screen.find("Enter shows"), answer);
  EXPECT_THAT(run.screen, HasSubstr("2 hard (1 d) · 3 good (2 d) · 4 easy (8 d)"));
  EXPECT_THAT(run.screen, HasSubstr("answers: 1 graded · 1 good"));
  ASSERT_EQ(reviews().size(), 1U);
  EXPECT_THAT(reviews()[0], HasSubstr("\"question\":\"dropout\",\"grade\":\"good\""));
}

TEST_F(QuizEndToEnd, WhatWasNotKnownComesBackInTheSameSitting) {
  if (!has_pseudo_terminals()) GTEST_SKIP() << "no pseudo-terminal can be had";
  const TerminalRun run = at_terminal({"quiz", "dropout"}, {{"Enter", "\r"},
                                                            {"quit", "1"},
                                                            {"help?", ""},
                                                            {"Enter", " "},
                                                            {"quit", "z"},
                                                            {"quit", "g"}});
  ASSERT_TRUE(run.in_time) << run.screen;
  EXPECT_EQ(run.exit_code, 0);
  ASSERT_EQ(reviews().size(), 2U);
  EXPECT_THAT(reviews()[0], HasSubstr("again"));
  EXPECT_THAT(reviews()[1], HasSubstr("good"));
}

TEST_F(QuizEndToEnd, WhatWasGradedStaysWhenOneLeaves) {
  if (!has_pseudo_terminals()) GTEST_SKIP() << "no pseudo-terminal can be had";
  const struct {
    const char* keys;
    int exit_code;
  } ways[] = {{"q", 0}, {"\x04", 0}, {"\x03", 130}};  // quit, Ctrl-D, Ctrl-C
  std::size_t graded = 0;
  for (const auto& [keys, exit_code] : ways) {
    std::filesystem::remove(folder_ / "answers/reviews.jsonl");
    for (const char* when : {"Enter", "1 again"}) {
      std::filesystem::remove(folder_ / "answers/reviews.jsonl");
      std::vector<TerminalStep> steps{{"Enter", "\r"}, {"quit", "4"}};
      if (std::string_view(when) == "1 again") steps.push_back({"Enter", "\r"});
      steps.push_back({when, keys});
      const TerminalRun run = at_terminal({"quiz"}, steps);
      ASSERT_TRUE(run.in_time) << run.screen;
      EXPECT_EQ(run.exit_code, exit_code);
      EXPECT_TRUE(run.mode_restored);
      EXPECT_EQ(reviews().size(), 1U);
      graded += reviews().size();
    }
  }
  EXPECT_EQ(graded, 6U);
}

TEST_F(QuizEndToEnd, APipeGradesALineAtATimeAndSeesNoPrompt) {
  const ProgramRun run = answers({"quiz", "momentum"}, "\nfine\neasy\n");
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_THAT(run.out, HasSubstr("What is momentum?"));
  EXPECT_THAT(run.out, HasSubstr("A running mean of gradients."));
  EXPECT_EQ(run.out.find('\x1b'), std::string::npos);
  EXPECT_EQ(run.talk,
            "answers: 'fine' is no grade; it is one of: again hard good easy\n"
            "answers: 1 graded · 1 easy\n");
  EXPECT_EQ(reviews().size(), 1U);
}

TEST_F(QuizEndToEnd, TheLastGradeIsTakenBack) {
  const ProgramRun run = answers({"quiz"}, "u\n\nagain\nu\n\neasy\n\ngood\n");
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_EQ(run.talk,
            "answers: there is nothing to take back\n"
            "answers: 2 graded · 1 good · 1 easy\n");
  ASSERT_EQ(reviews().size(), 2U);
  EXPECT_THAT(reviews()[0], HasSubstr("easy"));
  EXPECT_THAT(reviews()[1], HasSubstr("good"));
}

TEST_F(QuizEndToEnd, WhatIsSuspendedIsNotAskedUntilItIsGraded) {
  EXPECT_EQ(answers({"quiz", "dropout"}, "x\n").talk, "answers: 0 graded · 1 suspended\n");
  EXPECT_THAT(answers({"quiz"}).out, Not(HasSubstr("dropout")));
  EXPECT_THAT(answers({"quiz", "--stats"}).out, HasSubstr("asked so far 0, suspended 1"));
  EXPECT_EQ(answers({"quiz", "--suspended"}, "\ngood\n").talk, "answers: 1 graded · 1 good\n");
  EXPECT_EQ(answers({"quiz", "--suspended"}).exit_code, 1);
  EXPECT_EQ(answers({"quiz", "dropout"}, "x\n").exit_code, 1);  // graded: due another day
}

TEST_F(QuizEndToEnd, SuspendingIsTakenBack) {
  EXPECT_EQ(answers({"quiz", "dropout"}, "\nagain\nx\n").talk,
            "answers: 1 graded · 1 again · 1 suspended\n");
  EXPECT_EQ(answers({"quiz", "momentum"}, "x\n").exit_code, 0);
  const ProgramRun run = answers({"quiz", "--suspended"}, "\ngood\nu\n\neasy\n");
  EXPECT_EQ(run.talk, "answers: 1 graded · 1 easy\n");
}

TEST_F(QuizEndToEnd, AQuestionIsAskedOnceThoughEachAnswerHasAnIdOfItsOwn) {
  write_file(folder_ / "world.jsonl",
             json_line("d1", "Why does dropout help?", "No unit can rely on another.") +
                 json_line("m", "What is momentum?", "A running mean of gradients.") +
                 json_line("d2", "Why does dropout help?", "It trains many networks at once.") +
                 json_line("d3", "Why does dropout help??", "That is another question."));
  EXPECT_EQ(answers({"index", "--index", ".answers", "world.jsonl"}).exit_code, 0);
  EXPECT_THAT(answers({"quiz", "--stats"}).out, HasSubstr("questions  3,"));
  const ProgramRun run = answers({"quiz", "networks"}, "\ngood\n");
  EXPECT_EQ(run.talk, "answers: 1 graded · 1 good\n");
  EXPECT_THAT(run.out, HasSubstr("+1 more"));
  ASSERT_EQ(reviews().size(), 1U);
  EXPECT_THAT(reviews()[0], HasSubstr(R"("question":"d1")"));
  EXPECT_THAT(answers({"quiz", "id:d2"}).talk, HasSubstr("nothing is due"));
}

TEST_F(QuizEndToEnd, APromptIsToldHowManyAreDue) {
  const ProgramRun none = answers({"quiz", "--count"});
  EXPECT_EQ(none.out, "0\n");
  EXPECT_EQ(none.exit_code, 1);
  answers({"quiz"}, "\nagain\nq\n");
  EXPECT_EQ(answers({"quiz", "--count"}).out, "1\n");
}

TEST_F(QuizEndToEnd, AnEmptyInputAsksOnceAndKeepsNothing) {
  const ProgramRun run = answers({"quiz"});
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_THAT(run.out, Not(HasSubstr("running mean")));
  EXPECT_TRUE(reviews().empty());
}

TEST_F(QuizEndToEnd, WhatWasLearntIsNotDueAndTheStatsKnow) {
  EXPECT_EQ(answers({"quiz", "--due"}).exit_code, 1);
  ASSERT_EQ(answers({"quiz"}, "\neasy\n\neasy\n").exit_code, 0);
  const ProgramRun nothing = answers({"quiz"});
  EXPECT_EQ(nothing.exit_code, 1);
  EXPECT_EQ(nothing.talk, "answers: nothing is due today\n");
  EXPECT_EQ(answers({"quiz", "zebra"}).talk, "answers: no question fits\n");
  EXPECT_EQ(answers({"quiz", "--stats"}).out,
            "questions  2, asked so far 2\n"
            "due        today 0, tomorrow 0, in the next six days 0\n"
            "memory     100 % of what was asked would be known now\n"
            "reviews    2\n");
  EXPECT_THAT(answers({"quiz", "--stats", "--format", "json"}).out,
              HasSubstr(R"("schema":"answers.quiz/1","questions":2,"asked":2,"suspended":0)"));
}

}  // namespace
}  // namespace answers
