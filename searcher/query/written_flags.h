#pragma once

#include "indexer/generations/index.h"

#include <string>
#include <string_view>
#include <vector>

namespace answers {

/// Whether what was typed behind a minus ("citw" of `pass -citw`) is what a program is told:
/// records have one of its `terms`, and those of them that are looked at, ten at most, write it
/// with a minus or two before it and never without. `word` of two ASCII letters or digits and more.
/// Reads those records.
bool is_written_as_flag(std::string_view word, const std::vector<std::string>& terms,
                        const Index& index);

}  // namespace answers
