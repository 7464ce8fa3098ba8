#pragma once

#include "indexer/generations/index.h"

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <string>

namespace answers {

/// open_index(), whose warnings are told on `talk`.
Index open_and_tell(const IndexPlaces& places, Verify verify, std::ostream& talk);

/// Opens the index that `given` (--index) names, or the one that is found, tells its warnings on
/// `talk`, and does `work` with it, which gives the exit code. Where the index turns out damaged on
/// the way, every byte of it is verified, and the work is done once more with the generation that
/// is whole. `work` prints nothing before it has read what it needs, or asks for Verify::all.
/// Throws what open_index() and `work` throw.
int with_index(const std::string& given, Verify verify, std::ostream& talk,
               const std::function<int(Index&)>& work);

/// with_index() of several that are searched as one.
int with_index(const IndexPlaces& places, Verify verify, std::ostream& talk,
               const std::function<int(Index&)>& work);

}  // namespace answers
