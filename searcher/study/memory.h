#pragma once

#include <cstdint>

namespace answers {

/// How well an answer was known.
enum class Grade : std::uint8_t { again = 1, hard = 2, good = 3, easy = 4 };

/// What is remembered of one question, after FSRS-6, the "free spaced repetition scheduler" of
/// Jarrett Ye and others (github.com/open-spaced-repetition/free-spaced-repetition-scheduler;
/// formulas in github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm), with its 21 default
/// parameters.
struct Memory {
  double stability = 0;   ///< days until the chance to recall has fallen to 0.9; at least 0.001
  double difficulty = 0;  ///< 1 to 10

  bool operator==(const Memory&) const = default;
};

/// After the first time a question was asked.
Memory first_memory(Grade grade);

/// After it was asked again, `elapsed_days` later. 0: on the same day, which teaches less.
Memory next_memory(const Memory& memory, int elapsed_days, Grade grade);

/// The chance to recall it after `elapsed_days`, 0–1.
double recall_chance(const Memory& memory, double elapsed_days);

/// In how many days it is due: when the chance to recall it will be about 0.9. 1 to 36,500.
int days_until_due(const Memory& memory);

}  // namespace answers
