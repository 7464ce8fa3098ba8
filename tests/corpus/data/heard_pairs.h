#pragma once

#include "tests/corpus/collector.h"

#include <algorithm>
#include <string>

namespace answers {

/// "question => answer" a pair, those without an answer last and with "?" for it; '/' for a line
/// end.
inline std::string heard_pairs(const Collector& heard) {
  std::string pairs;
  for (const Record& record : heard.records)
    pairs += (pairs.empty() ? "" : "\n") + record.question + " => " + record.answer;
  for (const Record& record : heard.unanswered)
    pairs += (pairs.empty() ? "" : "\n") + record.question + " => ?";
  std::ranges::replace(pairs, '\n', '/');
  return pairs;
}

}  // namespace answers
