#pragma once

#include "indexer/commands/index_command.h"

#include <iosfwd>

namespace answers {

/// `answers watch`: an update, and another one whenever the collections change on disk, until
/// Ctrl-C or SIGTERM. A failed one (no room, another writer) is told and tried again. Returns 130.
/// Throws IndexUnusable when neither `command` nor the index names a collection.
int run_watch(const IndexCommand& command, std::ostream& stream);

}  // namespace answers
