#pragma once

#include "corpus/record.h"

#include <iosfwd>
#include <optional>

namespace answers {

/// Opens the file of `place` at its line in $VISUAL, $EDITOR or vi, and returns when that has
/// ended: its exit code. nullopt, and `talk` is told, where the file cannot be opened or the editor
/// run.
std::optional<int> edit_at(Place place, std::ostream& talk);

}  // namespace answers
