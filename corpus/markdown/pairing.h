#pragma once

#include "corpus/markdown/shapes.h"
#include "corpus/record.h"

#include <vector>

namespace answers {
class Listener;
}

namespace answers::markdown {

/// Where each question ends and what stands above it: the questions that shapes have found, set
/// among the headings that are topics. Which heading is a topic and which a part of an answer is
/// decided here, for all shapes alike: a shallower heading is a topic, a deeper one is a part, and
/// one of the question's own level only if its words say so ("References", "Answer").
class Outline {
 public:
  /// `questions` in the order of the text; both must outlive the outline. O(questions + headings).
  Outline(const Document& document, std::vector<Found> questions);

  /// Cuts the lines of each question into its body and its answer and tells the listener of every
  /// pair, every unanswered question. `defaults` holds what is said for all records of the file.
  void deliver_all(const Record& defaults, Listener& listener) const;

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  struct Topic {
    const Heading* heading = nullptr;
    std::size_t above = none;  ///< the topic it stands below
  };
  struct Placed {
    Found found{};
    std::size_t end = 0;       ///< byte
    std::size_t topic = none;  ///< the innermost that it stands below
  };

  const Document* document_;
  std::vector<Topic> topics_;
  std::vector<Placed> placed_;
};

}  // namespace answers::markdown
