#include "searcher/serving/quiz_desk.h"

#include "searcher/matching/record_lookup.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace answers {
namespace {

constexpr Grade grades[] = {Grade::again, Grade::hard, Grade::good, Grade::easy};

/// "today", "8 days", "3 months"
std::string when(int days) {
  if (days < 60) return fmt::format("{} {}", days, days == 1 ? "day" : "days");
  if (days < 720) return fmt::format("{} months", (days + 15) / 30);
  return fmt::format("{} years", (days + 182) / 365);
}

}  // namespace

QuizDesk::QuizDesk(const std::filesystem::path& folder)
    : path_(folder / "reviews.jsonl"), log_(path_) {}

void QuizDesk::read() {
  std::error_code error;
  const auto bytes = std::filesystem::file_size(path_, error);
  if (!error && bytes == read_bytes_) return;
  reviews_ = read_reviews(path_, [](const Trouble&) {});
  progress_ = progress_of(reviews_);
  read_bytes_ = error ? 0 : bytes;
}

QuizView QuizDesk::view(const Index& index, std::uint64_t generation, const std::string& question,
                        bool shows_answer, std::time_t now) {
  const std::lock_guard lock(mutex_);
  read();
  if (generation != generation_) {
    questions_ = question_ids(index);
    generation_ = generation;
  }
  const int today = study_day(now);
  const QuizStats stats = quiz_stats(questions_, reviews_, today);
  QuizView view{.question = question,
                .shows_answer = shows_answer,
                .questions = stats.questions,
                .asked = stats.asked,
                .due = stats.due_today};
  if (question.empty()) {
    const auto chosen = choose_questions(questions_, progress_, today, {});
    for (const auto& one : chosen) {
      view.answers = answers_to(index, one);
      view.question = one;
      if (!view.answers.empty() && !view.answers.front().question.empty()) break;
      view.answers.clear();
    }
  } else {
    view.answers = answers_to(index, question);
  }
  const auto known = progress_.find(view.question);
  for (const Grade grade : grades) {
    const bool is_new = known == progress_.end() || !known->second.was_graded;
    const Memory memory = is_new ? first_memory(grade)
                                 : next_memory(known->second.memory,
                                               std::max(0, today - known->second.last_day), grade);
    view.grades.emplace_back(std::string(name_of(grade)),
                             grade == Grade::again ? "today" : when(days_until_due(memory)));
  }
  return view;
}

bool QuizDesk::grade(const std::string& question, std::string_view name, std::time_t now) {
  const std::lock_guard lock(mutex_);
  const auto* const grade = std::ranges::find(grades, name, [](Grade one) { return name_of(one); });
  if (grade == std::end(grades) || std::ranges::find(questions_, question) == questions_.end())
    return false;
  read();
  const Review review{question, *grade, now};
  log_.append(review);
  reviews_.push_back(review);
  add_review(progress_, review);
  std::error_code error;
  read_bytes_ = std::filesystem::file_size(path_, error);
  return true;
}

}  // namespace answers
