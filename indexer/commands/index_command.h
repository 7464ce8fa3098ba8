#pragma once

#include "indexer/building/index_writer.h"

#include <iosfwd>
#include <string>

namespace answers {

struct IndexCommand {
  IndexOptions options{};  ///< all but `directory` and `stop`
  std::string index{};     ///< --index as given
  /// --averages-of as typed: "64,1024", or the folder of an index that has them; empty: not given
  std::string averages_of{};
  bool sections = false;  ///< a record of every heading with text
  bool verbose = false;   ///< name every skipped file
  bool quiet = false;     ///< errors alone
  std::string log{};      ///< a file to append to what is said; empty: none
};

/// `answers index`: progress and a summary on `stream`. Returns the exit code: 0 done, 1 there was
/// nothing to index, 2 a collection is not there or the index could not be written, 130
/// interrupted.
int run_index(const IndexCommand& command, std::ostream& stream);

}  // namespace answers
