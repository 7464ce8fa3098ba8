#pragma once

#include <span>
#include <string_view>

namespace answers::fuzz {

/// One thing that reads what a stranger wrote.
struct Target {
  std::string_view name;  ///< its seeds stand in seeds/NAME
  /// Reads `bytes`, and ends the process by hold() when something that is promised does not hold.
  void (*read)(std::string_view bytes);
};

std::span<const Target> reader_targets();  ///< of corpus/
std::span<const Target> index_targets();   ///< of indexer/
std::span<const Target> search_targets();  ///< of searcher/

/// A promise of a header: what libFuzzer and the sanitizers cannot see by themselves.
inline void hold(bool promise) {
  if (!promise) __builtin_trap();
}

}  // namespace answers::fuzz
