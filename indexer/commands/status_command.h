#pragma once

#include <iosfwd>
#include <string>

namespace answers {

struct StatusCommand {
  std::string index{};    ///< --index as given
  bool acronyms = false;  ///< list the abbreviations that were learnt instead
  bool verbose = false;   ///< name the files that changed
  bool json = false;      ///< as answers.status/1 or answers.acronyms/1
};

/// `answers status`: what the index is and what changed on disk since, on `out`. Returns the exit
/// code 0; throws IndexUnusable when there is none.
int run_status(const StatusCommand& command, std::ostream& out, std::ostream& talk);

}  // namespace answers
