#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

namespace answers {

struct ReadOptions {
  std::vector<std::filesystem::path> paths{};
  bool explain = false;     ///< which shape was seen where, and why, instead of the records
  bool sections = false;    ///< a record of every heading with text
  bool unanswered = false;  ///< the questions without an answer, instead of the records
};

/// `answers read`: records as JSON lines on `out`, a summary on `talk`. Returns the exit code: 0 a
/// record was read, 1 none, 2 a path could not be read.
int run_read(const ReadOptions& options, std::ostream& out, std::ostream& talk);

}  // namespace answers
