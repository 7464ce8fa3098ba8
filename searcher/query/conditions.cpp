#include "searcher/query/conditions.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace answers {
namespace {

bool begins_so(std::string_view written, std::string_view beginning) {
  std::string word = fold(written);
  std::erase_if(
      word, [](char c) { return std::string_view("-_.:/& ").find(c) != std::string_view::npos; });
  return word.starts_with(beginning);
}

/// Where a word stands, and how many positions it takes.
struct Place {
  std::uint32_t position = 0;
  std::uint32_t positions = 1;
};

bool stands_in(const Condition& condition, std::string_view text, std::string_view language,
               Analyser& analyser) {
  // Which words of the condition have a term, and where each of them stands.
  std::unordered_map<std::string_view, std::vector<std::size_t>> words_of;
  for (std::size_t i = 0; i < condition.words.size(); ++i) {
    for (const std::string& term : condition.words[i].terms) words_of[term].push_back(i);
  }
  std::vector<std::vector<Place>> places(condition.words.size());
  analyser.analyse(text, language, [&](const Token& token) {
    const auto words = words_of.find(token.term);
    if (words == words_of.end()) return;
    for (const std::size_t i : words->second) {
      const std::string& beginning = condition.words[i].beginning;
      if (!beginning.empty() &&
          !begins_so(text.substr(token.begin, token.end - token.begin), beginning))
        continue;
      if (places[i].empty() || places[i].back().position < token.position)
        places[i].push_back({token.position, token.positions});
    }
  });
  if (std::ranges::any_of(places, [](const auto& one) { return one.empty(); })) return false;
  if (condition.words.size() == 1) return true;
  const auto slop = static_cast<std::uint32_t>(condition.slop);
  for (const auto& [first, positions] : places[0]) {
    std::uint32_t at = first + positions;
    bool whole = true;
    for (std::size_t i = 1; i < places.size() && whole; ++i) {
      const std::uint32_t from = condition.in_order ? at : (first > slop ? first - slop : 0);
      auto found = std::ranges::lower_bound(places[i], from, {}, &Place::position);
      if (!condition.in_order && found != places[i].end() && found->position == first) ++found;
      whole = found != places[i].end() && found->position <= at + slop;
      if (whole && condition.in_order) at = found->position + found->positions;
    }
    if (whole) return true;
  }
  return false;
}

bool holds(const Condition& condition, const Record& record, Analyser& analyser) {
  using Field = Condition::Field;
  const auto stands = [&](std::string_view text) {
    return stands_in(condition, text, record.language, analyser);
  };
  bool found = false;
  if (condition.field != Field::answer) found = stands(record.question) || stands(record.body);
  if (!found && condition.field != Field::question) found = stands(record.answer);
  if (!found && condition.field == Field::any) {
    found = std::ranges::any_of(record.section, stands) ||
            std::ranges::any_of(record.tags, stands) || stands(record.source);
  }
  return found == condition.wanted;
}

}  // namespace

bool conditions_hold(const Query& query, const Record& record, Analyser& analyser) {
  const auto all_hold = [&](const std::vector<Condition>& conditions) {
    return std::ranges::all_of(conditions,
                               [&](const Condition& one) { return holds(one, record, analyser); });
  };
  return all_hold(query.conditions) &&
         (query.alternatives.empty() || std::ranges::any_of(query.alternatives, all_hold));
}

}  // namespace answers
