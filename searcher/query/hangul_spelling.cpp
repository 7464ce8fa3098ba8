#include "searcher/query/hangul_spelling.h"

#include "indexer/schema.h"
#include "searcher/matching/part_search.h"
#include "searcher/query/hangul_keys.h"
#include "searcher/query/typing_errors.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace answers {
namespace {

constexpr std::size_t longest = 12;  // syllables
constexpr std::size_t most_weighed = 6;
constexpr Xapian::doccount most_read = 20;  // records with the syllables about the error

// In logarithms, as for other words (spelling.cpp).
constexpr double frequency_weight = 0.4;
constexpr double fitting_weight = 4;
/// The word as it was typed: of whole syllables, and with letters that belong to none.
constexpr double right_if_whole = -3;
constexpr double right_if_not = -9;

std::string pair_at(const Letters& word, std::size_t i) { return bytes_of(word.substr(i, 2)); }

/// Where an error is that makes `typed` of `meant`: what differs, and the syllables beside it.
struct Around {
  std::size_t begin = 0;  ///< of `meant`, as `end`
  std::size_t end = 0;
  std::size_t typed_begin = 0;
  std::size_t typed_end = 0;
};

Around around_error(const Letters& meant, const Letters& typed) {
  constexpr std::size_t before = 2;
  constexpr std::size_t behind = 1;
  const std::size_t shorter = std::min(meant.size(), typed.size());
  std::size_t first = 0;
  while (first < shorter && meant[first] == typed[first]) ++first;
  std::size_t last = 0;
  while (last < shorter - first && meant[meant.size() - 1 - last] == typed[typed.size() - 1 - last])
    ++last;
  const std::size_t kept = last < behind ? 0 : last - behind;
  const std::size_t begin = first < before ? 0 : first - before;
  return {begin, meant.size() - kept, begin, typed.size() - kept};
}

struct Meant {
  double likelihood = 0;
  double records = 0;  ///< that have the rarest of its pairs about the error
};

/// How much speaks for a word; nothing where no record has the syllables about the error in a row.
std::optional<double> weight_of(const Letters& meant, const Around& around, double likelihood,
                                const Surroundings& surroundings, const Index& index) {
  using Xapian::Query;
  std::vector<Query> pairs;
  for (std::size_t i = around.begin; i + 1 < around.end; ++i) pairs.emplace_back(pair_at(meant, i));
  Query all(Query::OP_SCALE_WEIGHT, Query(Query::OP_AND, pairs.begin(), pairs.end()), 0.0);
  const PartQueries queries = for_each_part(index, [&](const IndexPart& part) {
    if (surroundings.others.empty()) return all;
    return Query(Query::OP_AND_MAYBE, all, part.any_of(surroundings.others));
  });
  const PartMatches found = std::move(find_matches(index, {queries}, {.most = most_read}).front());
  const std::vector<FoundRecord> read = records_of(index, found.matches);
  const std::string syllables = bytes_of(meant.substr(around.begin, around.end - around.begin));
  double times = 0;
  for (const auto& [record, score, number] : read) {
    if (record.question.find(syllables) != std::string::npos ||
        record.answer.find(syllables) != std::string::npos)
      ++times;
  }
  if (times == 0) return std::nullopt;
  const double records =
      times / static_cast<double>(read.size()) * static_cast<double>(found.estimated);
  double weight = std::log(likelihood) + frequency_weight * std::log(records);
  if (surroundings.best_score > 0)
    weight += fitting_weight * found.matches.front().score / surroundings.best_score;
  return weight;
}

}  // namespace

bool is_particle_syllable(char32_t syllable) {
  constexpr std::u32string_view syllables =
      U"은는이가을를에의로도와과만서고며다요면지나한할해하된될되며음므으라란입니까적";
  return syllables.find(syllable) != syllables.npos;
}

std::vector<Correction> hangul_corrections(std::string_view word, const Surroundings& surroundings,
                                           TermFrequencies& frequencies, const Index& index) {
  const Letters typed = letters_of(word.substr(0, 4 * longest));
  const Letters keys = keys_of_hangul(typed);
  if (typed.size() < 2 || typed.size() > longest || keys.empty()) return {};
  std::vector<std::size_t> unknown;  // pairs
  for (std::size_t i = 0; i + 1 < typed.size(); ++i) {
    const bool is_particle = i + 3 >= typed.size() && is_particle_syllable(typed[i + 1]);
    if (!is_particle && frequencies.of(pair_at(typed, i)) == 0) unknown.push_back(i);
  }
  if (unknown.empty()) return {};

  std::map<Letters, Meant> meant;
  one_error_away(keys, hangul_keys(), [&](const Letters& other, double likelihood) {
    const Letters written = hangul_of_keys(other);
    if (written == typed || written.size() < 2 || !is_whole_hangul(written)) return;
    const auto [place, is_new] = meant.try_emplace(written);
    Meant& one = place->second;
    if (is_new) {
      const Around around = around_error(written, typed);
      const bool mends = std::ranges::any_of(unknown, [&around](std::size_t pair) {
        return pair >= around.typed_begin && pair + 1 < around.typed_end;
      });
      one.records = mends ? std::numeric_limits<double>::infinity() : 0;
      for (std::size_t i = around.begin; i + 1 < around.end && one.records > 0; ++i)
        one.records = std::min(one.records, frequencies.of(pair_at(written, i)));
    }
    one.likelihood = std::max(one.likelihood, likelihood);
  });
  std::vector<std::pair<double, Letters>> likely;
  for (const auto& [written, one] : meant) {
    if (one.records > 0)
      likely.emplace_back(std::log(one.likelihood) + frequency_weight * std::log(one.records),
                          written);
  }
  std::ranges::sort(likely, std::ranges::greater());
  if (likely.size() > most_weighed) likely.resize(most_weighed);

  double all = std::exp(is_whole_hangul(typed) ? right_if_whole : right_if_not);
  std::vector<Correction> found;
  for (const auto& [guess, written] : likely) {
    const auto weight = weight_of(written, around_error(written, typed),
                                  meant.at(written).likelihood, surroundings, index);
    if (!weight) continue;
    all += std::exp(*weight);
    found.push_back({bytes_of(written), {}, std::exp(*weight)});
  }
  for (Correction& one : found) one.probability /= all;
  std::ranges::stable_sort(found, std::ranges::greater(), &Correction::probability);
  return found;
}

}  // namespace answers
