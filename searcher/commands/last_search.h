#pragma once

#include "indexer/commands/index_places.h"
#include "searcher/ranking/results.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What the numbers of the last search in this terminal stand for. They are kept in
/// $XDG_STATE_HOME/answers/last-search/, a small file for each terminal, and count as long as its
/// session lasts.
namespace answers {

struct RememberedHit {
  std::vector<std::string> indexes{};  ///< that were searched, as TypedIndexes::names
  std::string id{};
};

/// Keeps the ids of `hits` by their ranks, and no other, where a terminal is there. Where they
/// cannot be kept nothing happens: it is a convenience.
void remember_hits(std::span<const Hit> hits, const IndexPlaces& places);

/// The hit of that number. Nothing when `number` is none from 1 to 9999, or no search in this
/// terminal had it.
std::optional<RememberedHit> remembered_hit(std::string_view number);

/// The number of the last hit that is remembered; 0 when none is.
std::size_t last_remembered();

}  // namespace answers
