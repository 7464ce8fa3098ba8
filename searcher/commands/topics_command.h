#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>

namespace answers {

/// What was typed behind `answers status --topics`.
struct TopicsCommand {
  std::string index{};     ///< --index as given
  std::size_t limit = 20;  ///< topics of each kind, files and searches
  bool json = false;       ///< "answers.topics/1"
};

/// What the index covers (sections and tags with their telling words), which files have questions
/// without an answer, and which searches found nothing, on `out`. Returns the exit code 0; throws
/// what opening the index throws.
int run_topics(const TopicsCommand& command, std::ostream& out, std::ostream& talk);

}  // namespace answers
