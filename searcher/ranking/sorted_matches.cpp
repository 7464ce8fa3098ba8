#include "searcher/ranking/sorted_matches.h"

#include "corpus/characters/ascii.h"
#include "indexer/schema.h"
#include "searcher/matching/thread_of.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <limits>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace answers {
namespace {

/// A long question is sorted by its beginning.
constexpr std::size_t most_key_bytes = 256;

struct Keyed {
  SortedMatch match{};
  std::string text{};       ///< ascending; of a date, complemented
  std::int64_t number = 0;  ///< ascending
  std::string question{};   ///< what answers to one question share
};

/// `text` with each number in it put so that the order of bytes is that of numbers: "chapter 2"
/// before "chapter 10". Its digits, without leading zeros, stand behind how many they are.
std::string with_sortable_numbers(std::string_view text) {
  std::string key;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit(text[at])) {
      key += text[at++];
      continue;
    }
    const std::size_t end = std::min(text.find_first_not_of("0123456789", at), text.size());
    while (at + 1 < end && text[at] == '0') ++at;
    key.append((end - at) / 9, '9');
    key += static_cast<char>('0' + (end - at) % 9);
    key += text.substr(at, end - at);
    at = end;
  }
  return key;
}

void set_key(Keyed& keyed, const Record& record, Order order) {
  switch (order) {
    case Order::relevance:
      break;
    case Order::votes:
      keyed.number =
          record.votes ? -std::int64_t{*record.votes} : std::numeric_limits<std::int64_t>::max();
      break;
    case Order::date:
      keyed.text = record.date.substr(0, most_key_bytes);
      for (char& c : keyed.text) c = static_cast<char>(~static_cast<unsigned char>(c));
      keyed.text += '\xFF';  // none at all comes last, and "2026-01" behind "2026-01-02"
      break;
    case Order::question:
      keyed.text =
          with_sortable_numbers(std::string_view(record.question).substr(0, most_key_bytes));
      break;
    case Order::path:
      keyed.text = with_sortable_numbers(record.place.path);
      keyed.number = static_cast<std::int64_t>(record.place.byte);
      break;
  }
}

bool comes_before(const Keyed& one, const Keyed& other) {
  // As unsigned bytes: std::string's own order.
  if (const int order = one.text.compare(other.text); order != 0) return order < 0;
  if (one.number != other.number) return one.number < other.number;
  return one.match.score > other.match.score;
}

}  // namespace

std::vector<SortedMatch> sorted_matches(const Index& index, const Query& query, Order order,
                                        bool fold_answers, EvidenceReader& reader) {
  Xapian::Enquire enquire(index.database());
  enquire.set_weighting_scheme(Xapian::BM25Weight(schema::k1 * schema::wdf_scale, 0, 0, 0, 0));
  enquire.set_query(query.matching.here);
  const Xapian::MSet found = enquire.get_mset(0, index.database().get_doccount());
  std::vector<Keyed> all;
  for (auto match = found.begin(); match != found.end(); ++match) {
    const Record record = index.record(*match);
    if (has_conditions(query) && !reader.holds(record)) continue;
    Keyed& keyed = all.emplace_back();
    keyed.match = {.id = *match, .score = match.get_weight()};
    set_key(keyed, record, order);
    if (fold_answers) keyed.question = thread_of(record).substr(0, most_key_bytes);
  }
  std::ranges::stable_sort(all, comes_before);
  std::vector<SortedMatch> sorted;
  std::unordered_map<std::string, std::size_t> first_of;
  for (Keyed& keyed : all) {
    if (fold_answers) {
      const auto [place, is_new] = first_of.try_emplace(std::move(keyed.question), sorted.size());
      if (!is_new) {
        ++sorted[place->second].folded;
        continue;
      }
    }
    sorted.push_back(keyed.match);
  }
  return sorted;
}

}  // namespace answers
