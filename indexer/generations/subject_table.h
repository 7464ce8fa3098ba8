#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace answers {

/// What the records of an index are about: each one's place in a space of few dimensions, in which
/// records near each other use words that stand together elsewhere (latent semantic analysis,
/// Deerwester et al. 1990). A word's place is that of the records that have it.
struct Subjects {
  std::size_t dimensions = 0;   ///< 0: the index is too small or too large to have them
  std::vector<float> steps{};   ///< of each dimension: how far 1 of a record's place is
  std::vector<float> masses{};  ///< of each dimension: the square of its singular value
  /// By segment, without the head: the bytes, signed, of its record n from (n − 1) × dimensions on.
  std::vector<std::string> places{};
};

/// Writes them to the metadata of an index's head.
void write_subjects(const Subjects& subjects, Xapian::WritableDatabase& head);

/// Those of a head, without dimensions where it has none. Throws std::runtime_error when they are
/// damaged.
Subjects read_subjects(const Xapian::Database& head);

}  // namespace answers
