#pragma once

#include "indexer/commands/index_command.h"

#include <iosfwd>

namespace answers {

/// Makes the folder .answers in the working directory, which git is told to leave alone, and
/// indexes there what was typed, else the working directory itself. Where it has one already, that
/// is brought up to date. Returns the exit code of run_index(). Where that made no index, no empty
/// .answers is left behind.
int run_init(const IndexCommand& command, std::ostream& talk);

}  // namespace answers
