#include "searcher/ranking/agreement.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>

namespace answers {
namespace {

constexpr std::size_t models = 5;  // 3 and 10 do as well (tests/relevance/ranking.md)
constexpr double sharpness = 15;

struct Weight {
  std::uint32_t id = 0;
  float weight = 0;
};

/// log(1 + times); most words of a text stand there a few times.
float damped(std::uint32_t times) {
  static const std::array<float, 32> known = [] {
    std::array<float, 32> logarithms{};
    for (std::size_t i = 0; i < logarithms.size(); ++i)
      logarithms[i] = std::log1p(static_cast<float>(i));
    return logarithms;
  }();
  return times < known.size() ? known[times] : std::log1p(static_cast<float>(times));
}

}  // namespace

std::vector<double> trust_in(std::span<const double> scores) {
  std::vector<double> trust;
  for (const double score : scores.first(std::min(models, scores.size())))
    trust.push_back(std::exp(sharpness * (score - scores[0])));
  return trust;
}

std::vector<double> agreement(std::span<const std::vector<TermCount>> hits,
                              std::span<const double> scores) {
  std::uint32_t most = 0;
  for (const auto& terms : hits) {
    if (!terms.empty()) most = std::max(most, terms.back().id);
  }
  std::vector<std::uint32_t> frequencies(std::size_t{most} + 1);
  for (const auto& terms : hits) {
    for (const TermCount& term : terms) ++frequencies[term.id];
  }
  std::vector<float> rarity(hits.size() + 1);
  for (std::size_t n = 1; n <= hits.size(); ++n) {
    rarity[n] = static_cast<float>(
        std::log((static_cast<double>(hits.size()) + 1) / (static_cast<double>(n) + 0.5)));
  }
  std::vector<std::vector<Weight>> vectors(hits.size());
  for (std::size_t i = 0; i < hits.size(); ++i) {
    vectors[i].reserve(hits[i].size());
    for (const TermCount& term : hits[i]) {
      vectors[i].push_back({term.id, damped(term.times) * rarity[frequencies[term.id]]});
    }
    double squares = 0;
    for (const Weight& term : vectors[i])
      squares += static_cast<double>(term.weight) * static_cast<double>(term.weight);
    const double length = std::sqrt(squares);
    if (length <= 0) continue;
    for (Weight& term : vectors[i]) term.weight /= static_cast<float>(length);
  }
  const std::vector<double> trust = trust_in(scores);
  // What each term weighs in the models, in rows; of those that none of them has in row 0.
  std::vector<std::uint32_t> rows = std::move(frequencies);
  for (const auto& terms : hits) {
    for (const TermCount& term : terms) rows[term.id] = 0;
  }
  std::vector<std::array<double, models>> weights(1);
  for (std::size_t j = 0; j < trust.size(); ++j) {
    for (const Weight& term : vectors[j]) {
      std::uint32_t& row = rows[term.id];
      if (row == 0) {
        row = static_cast<std::uint32_t>(weights.size());
        weights.emplace_back();
      }
      weights[row][j] = static_cast<double>(term.weight);
    }
  }
  std::vector<double> agreements(hits.size());
  for (std::size_t i = 0; i < hits.size(); ++i) {
    std::array<double, models> products{};
    for (const Weight& term : vectors[i]) {
      const std::uint32_t row = rows[term.id];
      if (row == 0) continue;
      const auto weight = static_cast<double>(term.weight);
      for (std::size_t j = 0; j < models; ++j) products[j] += weight * weights[row][j];
    }
    double sum = 0;
    double whole = 0;
    for (std::size_t j = 0; j < trust.size(); ++j) {
      if (i == j) continue;
      sum += trust[j] * products[j];
      whole += trust[j];
    }
    if (whole > 0) agreements[i] = sum / whole;
  }
  return agreements;
}

}  // namespace answers
