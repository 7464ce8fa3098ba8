#include "searcher/study/memory.h"

#include <algorithm>
#include <cmath>

namespace answers {
namespace {

/// FSRS-6's defaults, fitted by its authors to the reviews of some ten thousand people.
constexpr double w[] = {0.212,  1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194,
                        0.001,  1.8722, 0.1666, 0.796,  1.4835, 0.0614, 0.2629,
                        1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542};
constexpr double wanted_chance = 0.9;
constexpr double least_stability = 0.001;
constexpr double longest_interval = 36'500;

const double decay = -w[20];
const double factor = std::pow(0.9, 1 / decay) - 1;

double number_of(Grade grade) { return static_cast<double>(grade); }

double first_difficulty(Grade grade) {
  return w[4] - std::exp(w[5] * (number_of(grade) - 1)) + 1;  // may leave 1–10
}

double next_difficulty(double difficulty, Grade grade) {
  const double change = -w[6] * (number_of(grade) - 3);
  const double damped = difficulty + change * (10 - difficulty) / 9;
  return std::clamp(w[7] * first_difficulty(Grade::easy) + (1 - w[7]) * damped, 1.0, 10.0);
}

double stability_same_day(double stability, Grade grade) {
  const double gain =
      std::exp(w[17] * (number_of(grade) - 3 + w[18])) * std::pow(stability, -w[19]);
  return stability * (grade >= Grade::hard ? std::max(gain, 1.0) : gain);
}

double stability_when_forgotten(const Memory& memory, double chance) {
  const double after = w[11] * std::pow(memory.difficulty, -w[12]) *
                       (std::pow(memory.stability + 1, w[13]) - 1) * std::exp(w[14] * (1 - chance));
  return std::min(after, memory.stability / std::exp(w[17] * w[18]));
}

double stability_when_recalled(const Memory& memory, double chance, Grade grade) {
  double gain = std::exp(w[8]) * (11 - memory.difficulty) * std::pow(memory.stability, -w[9]) *
                (std::exp(w[10] * (1 - chance)) - 1);
  if (grade == Grade::hard) gain *= w[15];
  if (grade == Grade::easy) gain *= w[16];
  return memory.stability * (1 + gain);
}

}  // namespace

Memory first_memory(Grade grade) {
  return {w[static_cast<int>(grade) - 1], std::clamp(first_difficulty(grade), 1.0, 10.0)};
}

Memory next_memory(const Memory& memory, int elapsed_days, Grade grade) {
  double stability = 0;
  if (elapsed_days < 1) {
    stability = stability_same_day(memory.stability, grade);
  } else {
    const double chance = recall_chance(memory, elapsed_days);
    stability = grade == Grade::again ? stability_when_forgotten(memory, chance)
                                      : stability_when_recalled(memory, chance, grade);
  }
  return {std::clamp(stability, least_stability, longest_interval),
          next_difficulty(memory.difficulty, grade)};
}

double recall_chance(const Memory& memory, double elapsed_days) {
  return std::pow(1 + factor * elapsed_days / memory.stability, decay);
}

int days_until_due(const Memory& memory) {
  const double days = memory.stability / factor * (std::pow(wanted_chance, 1 / decay) - 1);
  return static_cast<int>(std::clamp(std::round(days), 1.0, longest_interval));
}

}  // namespace answers
