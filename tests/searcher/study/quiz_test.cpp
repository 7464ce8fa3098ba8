#include "searcher/study/quiz.h"

#include "tests/indexer/support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <sstream>

namespace answers {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

constexpr std::time_t a_day = 86'400;
constexpr std::time_t noon = 20'000 * a_day + 12 * 3'600;  // 2024-10-04T12:00:00Z

class QuizTest : public testing::Test {
 protected:
  QuizTest() {
    setenv("TZ", "UTC", 1);
    tzset();
  }
  std::string read(const std::filesystem::path& path) const {
    std::stringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
  }
  std::vector<Trouble> troubles_;
  std::function<void(const Trouble&)> note_ = [this](const Trouble& trouble) {
    troubles_.push_back(trouble);
  };
  TemporaryFolder folder_;
  std::filesystem::path log_ = folder_ / "state/answers/reviews.jsonl";
};

TEST_F(QuizTest, ADayBeginsAtFourInTheMorning) {
  const int day = study_day(noon);
  EXPECT_EQ(day, 20'000);
  EXPECT_EQ(study_day(noon + 12 * 3'600), day);      // midnight
  EXPECT_EQ(study_day(noon + 16 * 3'600 - 1), day);  // 03:59:59
  EXPECT_EQ(study_day(noon + 16 * 3'600), day + 1);  // 04:00
}

TEST_F(QuizTest, TheDayIsThatOfThePlace) {
  setenv("TZ", "Asia/Tokyo", 1);  // 21:00 there, and seven hours until four
  tzset();
  EXPECT_EQ(study_day(noon), 20'000);
  EXPECT_EQ(study_day(noon + 7 * 3'600), 20'001);
}

TEST_F(QuizTest, WhatIsAppendedIsReadBack) {
  const std::vector<Review> reviews{{"a", Grade::again, noon},
                                    {"\"b\"\n\xC3\xBC", Grade::easy, noon + 1}};
  {
    ReviewLog log(log_);
    for (const Review& review : reviews) log.append(review);
  }
  EXPECT_EQ(read_reviews(log_, note_), reviews);
  EXPECT_THAT(troubles_, IsEmpty());
  EXPECT_EQ(read(log_).substr(0, 62),
            "{\"at\":\"2024-10-04T12:00:00Z\",\"question\":\"a\",\"grade\":\"again\"}\n{");
}

TEST_F(QuizTest, NoFileIsNoReviews) { EXPECT_THAT(read_reviews(log_, note_), IsEmpty()); }

TEST_F(QuizTest, AReviewThatWasCutOffCostsNoOther) {
  {
    ReviewLog log(log_);
    log.append({"a", Grade::good, noon});
    log.append({"b", Grade::good, noon});
  }
  std::filesystem::resize_file(log_, std::filesystem::file_size(log_) - 9);
  ReviewLog(log_).append({"c", Grade::hard, noon});
  const auto reviews = read_reviews(log_, note_);
  ASSERT_EQ(reviews.size(), 2U);
  EXPECT_EQ(reviews[0].question, "a");
  EXPECT_EQ(reviews[1].question, "c");
  ASSERT_EQ(troubles_.size(), 1U);
  EXPECT_EQ(troubles_[0].line, 2U);
}

TEST_F(QuizTest, LinesThatAreNoReviewsAreTold) {
  write_file(
      log_,
      "{\"at\":\"yesterday\",\"question\":\"a\",\"grade\":\"good\"}\n"
      "{\"at\":\"2024-10-04T12:00:00Z\",\"question\":\"a\",\"grade\":\"superb\"}\n"
      "{\"at\":\"2024-10-04T12:00:00Z\",\"grade\":\"good\"}\n"
      "[]\nnonsense\n\n\xFF\xFE\n"
      "{\"at\":\"2024-10-04T12:00:00Z\",\"question\":\"a\",\"grade\":\"good\",\"more\":1}\n");
  EXPECT_EQ(read_reviews(log_, note_).size(), 1U);
  EXPECT_EQ(troubles_.size(), 6U);
}

TEST_F(QuizTest, WhatIsDueComesFirstTheMostNearlyForgottenBeforeAll) {
  const ProgressMap progress = progress_of(std::vector<Review>{
      {"ahead", Grade::easy, noon},                  // 8 days
      {"slipping", Grade::good, noon - 20 * a_day},  // was due after 2
      {"just due", Grade::good, noon - 2 * a_day},
      {"unknown", Grade::again, noon - 2 * a_day},
  });
  const int today = study_day(noon);
  const std::vector<std::string> all{"new", "ahead", "just due", "unknown", "slipping"};
  EXPECT_THAT(choose_questions(all, progress, today, {}),
              ElementsAre("unknown", "slipping", "just due", "new"));
  EXPECT_THAT(choose_questions(all, progress, today, {.due_only = true}),
              ElementsAre("unknown", "slipping", "just due"));
  EXPECT_THAT(choose_questions(all, progress, today, {.limit = 1}), ElementsAre("unknown"));
  EXPECT_THAT(choose_questions({"gone"}, progress, today, {.due_only = true}), IsEmpty());
}

TEST_F(QuizTest, WhatWasNotKnownIsDueTheSameDay) {
  const ProgressMap progress = progress_of(std::vector<Review>{{"a", Grade::again, noon}});
  EXPECT_EQ(progress.at("a").due_day(), study_day(noon));
}

TEST_F(QuizTest, NewQuestionsComeInAnotherOrderEachDay) {
  std::vector<std::string> all;
  for (int i = 0; i < 40; ++i) all.push_back(std::to_string(i));
  const auto today = choose_questions(all, {}, 20'000, {.limit = 40});
  EXPECT_EQ(choose_questions(all, {}, 20'000, {.limit = 40}), today);
  const auto tomorrow = choose_questions(all, {}, 20'001, {.limit = 40});
  EXPECT_NE(tomorrow, today);
  EXPECT_THAT(tomorrow, testing::UnorderedElementsAreArray(today));
}

TEST_F(QuizTest, AClockThatWasPutBackChangesNoMoreThanADay) {
  const auto progress = progress_of(
      std::vector<Review>{{"a", Grade::good, noon}, {"a", Grade::good, noon - 900 * a_day}});
  EXPECT_EQ(progress.at("a").last_day, study_day(noon));
  EXPECT_EQ(progress.at("a").memory, next_memory(first_memory(Grade::good), 0, Grade::good));
}

TEST_F(QuizTest, StatsCountTheQuestionsThatAreThere) {
  const std::vector<Review> reviews{
      {"a", Grade::good, noon - 2 * a_day},
      {"a", Grade::good, noon},  // due in 11 days
      {"b", Grade::again, noon - a_day},
      {"b", Grade::again, noon},  // due today
      {"c", Grade::hard, noon},   // due tomorrow
      {"gone", Grade::good, noon},
  };
  const QuizStats stats = quiz_stats({"a", "b", "c", "d"}, reviews, study_day(noon));
  EXPECT_EQ(stats.questions, 4U);
  EXPECT_EQ(stats.asked, 3U);
  EXPECT_EQ(stats.due_today, 1U);
  EXPECT_EQ(stats.due_tomorrow, 1U);
  EXPECT_EQ(stats.due_this_week, 1U);
  EXPECT_EQ(stats.reviews, 5U);
  EXPECT_EQ(stats.repeated, 2U);
  EXPECT_EQ(stats.remembered, 1U);
  EXPECT_DOUBLE_EQ(stats.recall_chance, 1);
}

}  // namespace
}  // namespace answers
