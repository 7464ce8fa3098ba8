#include "corpus/markdown/trouble_parts.h"

#include <algorithm>
#include <array>
#include <utility>

namespace answers::markdown {

bool TroubleParts::take(const TroubleLabel& label, Candidate& candidate) {
  const bool alone = label.rest.empty() && !candidate.block.counted;
  // Without a title it stands for one.
  if (!alone || titles_ == 0) return false;
  parts_.push_back({titles_, label.kind, std::move(candidate)});
  return true;
}

void TroubleParts::give(std::vector<Candidate>& candidates) {
  constexpr std::size_t kinds = static_cast<std::size_t>(TroubleKind::remedy) + 1;
  for (auto first = parts_.begin(); first != parts_.end();) {
    const auto last = std::find_if(
        first, parts_.end(), [first](const Part& part) { return part.titles != first->titles; });
    std::array<bool, kinds> seen{};
    const bool again = std::any_of(first, last, [&seen](const Part& part) {
      return std::exchange(seen[static_cast<std::size_t>(part.kind)], true);
    });
    for (; first != last; ++first) {
      if (again) candidates.push_back(std::move(first->candidate));
    }
  }
  parts_.clear();
}

}  // namespace answers::markdown
