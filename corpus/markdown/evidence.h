#pragma once

#include <cstddef>

namespace answers::markdown {

/// How many of the things seen are of a kind.
struct Tally {
  std::size_t yes = 0;
  std::size_t all = 0;

  void add(bool is_yes) {
    yes += is_yes ? 1 : 0;
    ++all;
  }
  /// 0 when nothing was seen.
  double share() const {
    return all == 0 ? 0 : static_cast<double>(yes) / static_cast<double>(all);
  }
};

}  // namespace answers::markdown
