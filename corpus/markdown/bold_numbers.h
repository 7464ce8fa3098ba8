#pragma once

#include "corpus/markdown/shapes.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace answers::markdown {

/// Bold lines that begin with a number: "**3. Why does it float?**", "**2. Raise the sail:**".
class BoldNumbers {
 public:
  /// What stands above all that follows, until the next call: whether it is a question.
  void enter(bool question) { in_answer_ = question; }

  /// The line that will be `candidates[candidate]`; `plain` is its text without marks.
  void add(std::size_t candidate, std::string_view plain);

  /// Tells the lines whether they count far, as no steps do. Where most of their sequences begin
  /// below questions, they are parts of answers, however many there are. O(lines).
  void tell(std::vector<Candidate>& candidates) const;

 private:
  struct Line {
    std::size_t candidate;
    bool first;  ///< its number is 1
    bool in_answer;
  };
  std::vector<Line> lines_{};
  bool in_answer_ = false;
};

}  // namespace answers::markdown
