#pragma once

#include "searcher/study/review_log.h"

#include <cstddef>
#include <ctime>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace answers {

/// The day that a moment belongs to for somebody who studies: days of local time since 1970 that
/// begin at four in the morning, so that a late evening is one day.
int study_day(std::time_t at);

/// What all reviews of one question come to.
struct Progress {
  Memory memory{};
  int last_day = 0;
  Grade last_grade = Grade::good;
  bool is_suspended = false;
  bool was_graded = false;  ///< else all that is known is that it was suspended

  /// The day from which it is to be asked again; the same day when it was not known.
  int due_day() const;
};

/// By question id.
using ProgressMap = std::unordered_map<std::string, Progress>;
ProgressMap progress_of(std::span<const Review> reviews);
/// Adds one that was made after those before it; where the clock was put back it counts as made on
/// the day of the last.
void add_review(ProgressMap& progress, const Review& review);

struct QuizOptions {
  std::size_t limit = 20;
  bool due_only = false;   ///< nothing that has never been asked
  bool suspended = false;  ///< what was suspended, and nothing else: grading it brings it back
};

/// What to ask today, out of `questions` (ids): what is due, the most nearly forgotten first, then
/// what was never asked, in an order that is another one each day and the same all day. Nothing
/// that was suspended, unless that is asked for.
std::vector<std::string> choose_questions(const std::vector<std::string>& questions,
                                          const ProgressMap& progress, int today,
                                          const QuizOptions& options);

/// What `answers quiz --stats` tells.
struct QuizStats {
  std::size_t questions = 0;  ///< that there are
  std::size_t asked = 0;      ///< of them at least once
  std::size_t suspended = 0;  ///< of them; they are not due
  std::size_t due_today = 0;
  std::size_t due_tomorrow = 0;
  std::size_t due_this_week = 0;  ///< in the six days from tomorrow
  double recall_chance = 0;       ///< mean over those asked and not suspended, today; 0 if none
  std::size_t reviews = 0;        ///< of them, ever
  std::size_t repeated = 0;       ///< reviews on a later day than the one before
  std::size_t remembered = 0;     ///< of the repeated: not graded "again"
};
QuizStats quiz_stats(const std::vector<std::string>& questions, std::span<const Review> reviews,
                     int today);

}  // namespace answers
