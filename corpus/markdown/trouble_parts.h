#pragma once

#include "corpus/markdown/shapes.h"
#include "corpus/wording/trouble_labels.h"

#include <cstddef>
#include <vector>

namespace answers::markdown {

/// Lines that are nothing but a label of troubles. "**Symptoms:**" below a title is a part of the
/// trouble that it names; where such a label comes again below the same title, each is a trouble.
class TroubleParts {
 public:
  /// A line to which another title than that of the lines before it is the nearest.
  void enter_title() { ++titles_; }

  /// `candidate`, which is a bold line, begins with `label`. Whether it is held back.
  bool take(const TroubleLabel& label, Candidate& candidate);

  /// Appends those that are troubles to `candidates`. O(lines taken).
  void give(std::vector<Candidate>& candidates);

 private:
  struct Part {
    std::size_t titles;  ///< how many stand above it
    TroubleKind kind;
    Candidate candidate;
  };

  std::size_t titles_ = 0;
  std::vector<Part> parts_{};
};

}  // namespace answers::markdown
