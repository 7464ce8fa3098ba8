#pragma once

#include "indexer/generations/index.h"
#include "searcher/pages/page.h"
#include "searcher/study/quiz.h"
#include "searcher/study/review_log.h"

#include <cstdint>
#include <ctime>
#include <filesystem>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace answers {

/// Where one person studies over HTTP: what to ask now, and what was graded, in the file that
/// `answers quiz` keeps as well (review_log.h). Thread-safe.
class QuizDesk {
 public:
  /// Reviews stand in `folder`/reviews.jsonl, which is made. Throws std::system_error.
  explicit QuizDesk(const std::filesystem::path& folder);

  /// The question to ask next, or `question` where it is not empty. `generation` is that of
  /// `index`. Throws std::system_error.
  QuizView view(const Index& index, std::uint64_t generation, const std::string& question,
                bool shows_answer, std::time_t now);

  /// Notes a grade by its name. False where it is none, or no question is known by that id, for
  /// which view() must have been asked before. Throws std::system_error.
  bool grade(const std::string& question, std::string_view grade, std::time_t now);

 private:
  void read();

  std::mutex mutex_;
  std::filesystem::path path_;
  ReviewLog log_;
  std::uintmax_t read_bytes_ = 0;  ///< of the file, which others may write as well
  std::vector<Review> reviews_;
  ProgressMap progress_;
  std::uint64_t generation_ = 0;  ///< whose questions these are
  std::vector<std::string> questions_;
};

}  // namespace answers
