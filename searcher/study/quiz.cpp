#include "searcher/study/quiz.h"

#include <algorithm>
#include <functional>
#include <tuple>
#include <unordered_set>
#include <utility>

namespace answers {
namespace {

constexpr std::time_t seconds_a_day = 86'400;
constexpr std::time_t start_of_day = 14'400;  // at four in the morning

}  // namespace

int study_day(std::time_t at) {
  std::tm local{};
  localtime_r(&at, &local);
  return static_cast<int>((at + local.tm_gmtoff - start_of_day) / seconds_a_day);
}

int Progress::due_day() const {
  return last_grade == Grade::again ? last_day : last_day + days_until_due(memory);
}

ProgressMap progress_of(std::span<const Review> reviews) {
  ProgressMap progress;
  for (const Review& review : reviews) add_review(progress, review);
  return progress;
}

void add_review(ProgressMap& progress, const Review& review) {
  const int day = study_day(review.at);
  Progress& state = progress[review.question];
  state.is_suspended = !review.grade;
  if (!review.grade) return;
  const bool first = !std::exchange(state.was_graded, true);
  const int elapsed = first ? 0 : std::max(0, day - state.last_day);
  state.memory =
      first ? first_memory(*review.grade) : next_memory(state.memory, elapsed, *review.grade);
  state.last_day = first ? day : state.last_day + elapsed;
  state.last_grade = *review.grade;
}

std::vector<std::string> choose_questions(const std::vector<std::string>& questions,
                                          const ProgressMap& progress, int today,
                                          const QuizOptions& options) {
  // Asked before or not; the chance to recall it or the order of the day; the id, to be definite.
  std::vector<std::tuple<bool, double, std::string_view>> found;
  for (const std::string& question : questions) {
    const auto known = progress.find(question);
    const bool is_suspended = known != progress.end() && known->second.is_suspended;
    if (is_suspended != options.suspended) continue;
    if (known == progress.end() || !known->second.was_graded) {
      if (options.due_only) continue;
      const auto order = std::hash<std::string>{}(std::to_string(today) + ' ' + question);
      found.emplace_back(true, static_cast<double>(order), question);
    } else if (const Progress& state = known->second;
               state.due_day() <= today || options.suspended) {
      found.emplace_back(false, recall_chance(state.memory, today - state.last_day), question);
    }
  }
  std::ranges::sort(found);
  std::vector<std::string> chosen;
  for (const auto& one : found) {
    if (chosen.size() == options.limit) break;
    chosen.emplace_back(std::get<std::string_view>(one));
  }
  return chosen;
}

QuizStats quiz_stats(const std::vector<std::string>& questions, std::span<const Review> reviews,
                     int today) {
  QuizStats stats;
  stats.questions = questions.size();
  const std::unordered_set<std::string_view> known(questions.begin(), questions.end());
  ProgressMap progress;
  for (const Review& review : reviews) {
    if (!known.contains(review.question)) continue;
    const auto before = progress.find(review.question);
    const bool repeated = before != progress.end() && before->second.was_graded &&
                          study_day(review.at) > before->second.last_day;
    add_review(progress, review);
    if (!review.grade) continue;
    ++stats.reviews;
    if (!repeated) continue;
    ++stats.repeated;
    if (review.grade != Grade::again) ++stats.remembered;
  }
  std::size_t active = 0;
  for (const auto& [question, state] : progress) {
    if (state.is_suspended) ++stats.suspended;
    if (state.was_graded) ++stats.asked;
    if (state.is_suspended || !state.was_graded) continue;
    ++active;
    const int days = state.due_day() - today;
    if (days <= 0) ++stats.due_today;
    if (days == 1) ++stats.due_tomorrow;
    if (days >= 1 && days <= 6) ++stats.due_this_week;
    stats.recall_chance += recall_chance(state.memory, std::max(0, today - state.last_day));
  }
  if (active > 0) stats.recall_chance /= static_cast<double>(active);
  return stats;
}

}  // namespace answers
