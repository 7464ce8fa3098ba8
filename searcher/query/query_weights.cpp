#include "searcher/query/everyday_words.h"
#include "searcher/query/form_shares.h"
#include "searcher/query/query_words.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace answers {
namespace {

constexpr double comparison_weight = 0.25;  // of "vs", which asks for a difference
/// A pasted text is searched by so many different words: the rarest.
constexpr std::size_t most_words = 128;

}  // namespace

/// A word of five letters in a script without blanks is four pairs of letters, which stand together
/// or not at all: it counts twice what one pair does, and not four times ("pdf パスワード").
void QueryWords::weigh_letter_pairs(const std::vector<std::size_t>& words) {
  for (const auto& [begin, end] : unspaced_runs(words)) {
    const std::span run(words.begin() + static_cast<std::ptrdiff_t>(begin), end - begin);
    const auto tells = [this](std::size_t i) {
      const QueryWord& word = query_.words[i];
      return word.is_known && word.weight > 0 && !word.is_function_word;
    };
    const auto pairs = static_cast<double>(std::ranges::count_if(run, tells));
    const double share = 1 / std::sqrt(std::max(pairs, 1.0));
    for (const std::size_t i : run) {
      query_.words[i].weight *= share;
      once_[i] *= share;
    }
  }
}

/// Where "vs" stands between two things it asks for their difference, and both are wanted.
void QueryWords::compare_sides() {
  const auto& order = query_.order;
  std::size_t middle = 0;
  bool is_versus = false;
  bool asks_difference = false;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const std::string& word = query_.words[order[i]].folded;
    if (word == "difference" || word == "differences") asks_difference = true;
    if (middle != 0 || i == 0 || i + 1 == order.size()) continue;
    is_versus = word == "vs" || word == "versus" ||
                (word == "v" && query_.words[order[i + 1]].folded == "s");
    if (is_versus || (word == "and" && asks_difference) || (word == "or" && order.size() <= 5))
      middle = i;
  }
  if (middle == 0) return;
  const auto take = [&](std::size_t i, std::vector<std::uint32_t>& side) {
    const QueryWord& word = query_.words[order[i]];
    if (word.is_function_word) return false;
    const bool asks =
        word.folded == "difference" || word.folded == "differences" || word.folded == "between";
    if (!asks) side.push_back(order[i]);
    return !asks;
  };
  const std::size_t behind =
      middle + (is_versus && query_.words[order[middle]].folded == "v" ? 2 : 1);
  for (std::size_t i = middle; i > 0 && take(i - 1, query_.sides[0]);) --i;
  for (std::size_t i = behind; i < order.size() && take(i, query_.sides[1]); ++i) {
  }
  if (query_.sides[0].empty() || query_.sides[1].empty()) {
    query_.sides[0].clear();
    query_.sides[1].clear();
    return;
  }
  if (!is_versus) return;
  for (std::size_t i = 0; i < query_.words.size(); ++i) {
    QueryWord& word = query_.words[i];
    if (word.folded == "v/s" || i == order[middle] ||
        (behind > middle + 1 && i == order[middle + 1])) {
      word.long_forms.clear();
      for (const std::string_view like : {"differ", "compar"})
        add_form(word, like, 1, WordForm::Origin::synonym);
      word.information = 0;
      for (const WordForm& form : word.forms)
        word.information = std::max(word.information, form.frequency > 0 ? form.information : 0);
      word.weight = comparison_weight;
      word.is_known = word.is_written = word.is_function_word = true;
    }
  }
}

/// In a short query each word counts once, however often it was typed; and where it has a few words
/// that tell something, an everyday one tells less than what is asked about, which many records of
/// one collection have: "prevent overfitting". In longer queries that costs more than it gives
/// (tests/relevance/ranking.md).
void QueryWords::weigh_short_query() {
  constexpr std::size_t most_of_short = 8;
  constexpr std::ptrdiff_t few = 3;
  constexpr double everyday_share = 0.8;
  if (query_.order.size() > most_of_short) return;
  for (std::size_t i = 0; i < query_.words.size(); ++i) {
    if (once_[i] > 0) query_.words[i].weight = std::min(query_.words[i].weight, once_[i]);
  }
  if (std::ranges::count(query_.words, false, &QueryWord::is_function_word) > few) return;
  const auto most_of = [this](const QueryWord& word) {
    return most_information(word.folded, query_.language);
  };
  double topic = 0;
  for (const QueryWord& word : query_.words) {
    if (word.is_written && !word.is_function_word && !std::isfinite(most_of(word)))
      topic = std::max(topic, word.information);
  }
  if (topic == 0) return;
  for (QueryWord& word : query_.words) {
    if (const double most = most_of(word); std::isfinite(most))
      word.information = std::min({word.information, everyday_share * topic, most});
  }
}

/// Leaves the words of a long text that tell most.
void QueryWords::keep_the_rarest() {
  if (query_.words.size() <= most_words) return;
  std::vector<double> masses;
  for (const auto& word : query_.words) masses.push_back(word.is_known ? word.mass() : 0);
  auto sorted = masses;
  std::ranges::nth_element(sorted, sorted.begin() + most_words, std::ranges::greater());
  const double least = sorted[most_words];
  for (std::size_t i = 0; i < masses.size(); ++i) {
    if (masses[i] > least) continue;
    query_.words[i].weight = 0;
  }
  std::vector<std::uint32_t> number(query_.words.size());
  std::uint32_t kept = 0;
  for (std::size_t i = 0; i < masses.size(); ++i) number[i] = masses[i] > least ? kept++ : kept;
  std::erase_if(query_.order, [&](std::uint32_t word) { return masses[word] <= least; });
  for (std::uint32_t& word : query_.order) word = number[word];
  for (auto& side : query_.sides) side.clear();
  std::erase_if(query_.words, [](const QueryWord& word) { return word.weight == 0; });
}

}  // namespace answers
