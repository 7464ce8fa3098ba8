#pragma once

#include "corpus/listener.h"
#include "searcher/study/memory.h"

#include <ctime>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <sys/types.h>
#include <utility>
#include <vector>

namespace answers {

/// A question was asked and its answer graded; or it was suspended: not to be asked until it is
/// graded again.
struct Review {
  std::string question{};                    ///< question_id() of its records
  std::optional<Grade> grade = Grade::good;  ///< none: it was suspended
  std::time_t at = 0;

  bool operator==(const Review&) const = default;
};

/// The name of a grade: "again", "hard", "good", "easy".
std::string_view name_of(Grade grade);

/// $XDG_STATE_HOME/answers/reviews.jsonl, or below ~/.local/state: one file for all indexes,
/// because an id means the same question wherever it is indexed. Empty without a home.
std::filesystem::path review_log_path();

/// All reviews in the file, in the order they were made; none when there is no file. A line that is
/// no review is told to `on_trouble` and left where it is. Throws std::system_error when the file
/// cannot be read.
std::vector<Review> read_reviews(const std::filesystem::path& path,
                                 const std::function<void(const Trouble&)>& on_trouble);

/// Adds reviews to the end of the file, one JSON object a line. A line is on the disk when append()
/// returns; a process that dies in the middle of one costs no more than that line.
class ReviewLog {
 public:
  /// Makes the file and its folder where they are not there. Throws std::system_error.
  explicit ReviewLog(const std::filesystem::path& path);
  ~ReviewLog();
  ReviewLog(const ReviewLog&) = delete;
  ReviewLog& operator=(const ReviewLog&) = delete;

  /// Throws std::system_error when it cannot be written.
  void append(const Review& review);

  /// Takes back the last review that was appended here and not taken back yet. False where there is
  /// none, or where something else was written behind it meanwhile. Throws std::system_error.
  bool take_back();

 private:
  std::filesystem::path path_;
  int descriptor_ = -1;
  std::vector<std::pair<off_t, off_t>> lines_;  ///< that were appended: from, to
};

}  // namespace answers
