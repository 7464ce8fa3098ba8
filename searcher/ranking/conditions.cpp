#include "searcher/ranking/conditions.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

namespace answers {
namespace {

bool stands_in(const Condition& condition, std::string_view text, std::string_view language,
               Analyser& analyser) {
  // For each word of the condition, where it stands and how many positions it takes there.
  std::vector<std::map<std::uint32_t, std::uint32_t>> places(condition.words.size());
  analyser.analyse(text, language, [&](const Token& token) {
    for (std::size_t i = 0; i < condition.words.size(); ++i) {
      for (const auto& term : condition.words[i]) {
        if (token.term == term)
          places[i].emplace(static_cast<std::uint32_t>(token.position), token.positions);
      }
    }
  });
  if (std::ranges::any_of(places, [](const auto& one) { return one.empty(); })) return false;
  if (condition.words.size() == 1) return true;
  const auto slop = static_cast<std::uint32_t>(condition.slop);
  for (const auto& [first, positions] : places[0]) {
    std::uint32_t at = first + positions;
    bool whole = true;
    for (std::size_t i = 1; i < places.size() && whole; ++i) {
      auto found =
          places[i].lower_bound(condition.in_order ? at : (first > slop ? first - slop : 0));
      if (!condition.in_order && found != places[i].end() && found->first == first) ++found;
      whole = found != places[i].end() && found->first <= at + slop;
      if (whole && condition.in_order) at = found->first + found->second;
    }
    if (whole) return true;
  }
  return false;
}

}  // namespace

bool conditions_hold(const Query& query, const Record& record, Analyser& analyser) {
  return std::ranges::all_of(query.conditions, [&](const Condition& condition) {
    bool found = false;
    if (condition.field != Condition::Field::answer) {
      found = stands_in(condition, record.question, record.language, analyser) ||
              stands_in(condition, record.body, record.language, analyser);
    }
    if (!found && condition.field != Condition::Field::question)
      found = stands_in(condition, record.answer, record.language, analyser);
    return found == condition.wanted;
  });
}

}  // namespace answers
