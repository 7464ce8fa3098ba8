#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace answers {

/// Where a word stands in a space (Subjects): `step` × its bytes, signed, one for each dimension.
/// That is the sum of log(1 + tf) × place over the records that have it.
struct TermPlace {
  float step = 0;
  std::string bytes{};
};

/// The places of the words of an index that was given the space of another one: it cannot find them
/// by its own records alone. Read where they stand, without unpacking.
class TermPlaces {
 public:
  static std::string pack(const std::map<std::string, TermPlace>& places);

  TermPlaces() = default;
  /// Throws std::runtime_error when `packed` is not what pack() makes. O(words).
  explicit TermPlaces(std::string packed);

  /// nullopt where the word is not known. O(log words).
  std::optional<TermPlace> find(std::string_view term) const;
  std::size_t dimensions() const { return dimensions_; }

 private:
  std::string_view term(std::size_t number) const;

  std::string packed_;
  std::size_t count_ = 0;
  std::size_t dimensions_ = 0;
  std::size_t places_at_ = 0;  ///< bytes of packed_: where each part of it begins
  std::size_t terms_at_ = 0;
};

}  // namespace answers
