#pragma once

#include "indexer/commands/index_places.h"

#include <iosfwd>

namespace answers {

struct StatusCommand {
  TypedIndexes indexes{};  ///< --index
  bool acronyms = false;   ///< list the abbreviations that were learnt instead
  bool verbose = false;    ///< name the files that changed
  bool json = false;       ///< as answers.status/1, answers.members/1 or answers.acronyms/1
};

/// `answers status`: what the index is and what changed on disk since, on `out`; of several, or of
/// one elsewhere, what each of them says of itself, which are missing and why, and whether they are
/// ranked as one. Returns the exit code 0; throws IndexUnusable when there is none.
int run_status(const StatusCommand& command, std::ostream& out, std::ostream& talk);

}  // namespace answers
