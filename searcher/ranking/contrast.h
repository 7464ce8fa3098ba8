#pragma once

#include <string>
#include <string_view>

namespace answers {

/// Why two questions that look alike ask different things.
///   opposite  the one has a word where the other has its opposite: with / without, supervised /
///             unsupervised, overfitting / underfitting
///   negation  only one says not, never, cannot, without
///   number    their numbers differ, in words (L1 / L2), digits or names of numbers
///   name      each names something that the other does not: Redis / Memcached, `map` / `filter`
///   order     the same words the other way round about to, from, than …: int to string / string to
///   int; or behind opposites: high bias and low variance / high variance and low bias
///   word      else alike, but each has a word of its own in the same place: disk / network
/// What differs otherwise (a plural, an article, a word more on one side) is no contrast.
struct Contrast {
  enum class Kind { none, opposite, negation, number, name, order, word };
  Kind kind = Kind::none;
  std::string left{};  ///< the word that makes the difference; empty where that question has none
  std::string right{};
};

/// "opposite", "negation", "number", "name", "order", "word"; "" for none.
std::string_view name_of(Contrast::Kind kind);

/// The first kind in the order above that holds. O(length²) in words, of which the first 100 count.
Contrast find_contrast(std::string_view left, std::string_view right);

}  // namespace answers
