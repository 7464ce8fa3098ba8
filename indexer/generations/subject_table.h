#pragma once

#include "indexer/generations/term_places.h"

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
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

/// The space that the records of an index stand in. Indexes that were given the same one are about
/// the same things in the same words, and are ranked as one.
struct Space {
  std::string name{};  ///< a digest; empty: no record has a place
  bool given = false;  ///< by another index, to be kept; else it is that of its own records

  bool operator==(const Space&) const = default;
};

/// Subjects in a space that was given.
struct GivenSubjects {
  Subjects subjects{};
  std::string space{};                       ///< its name
  std::map<std::string, TermPlace> terms{};  ///< of the words of the index, where they are known
};

/// Writes them to the metadata of an index's head.
void write_subjects(const Subjects& subjects, Xapian::WritableDatabase& head);
void write_given_subjects(const GivenSubjects& given, Xapian::WritableDatabase& head);

/// Those of a head, without dimensions where it has none. Throws std::runtime_error when they are
/// damaged.
Subjects read_subjects(const Xapian::Database& head);
/// The same of what stands there.
Subjects subjects_of(std::string_view bytes);

Space read_space(const Xapian::Database& head);
/// What a head says where its space was given; else nullopt.
std::optional<Space> given_space(std::string_view stored);

/// Where a word stands by the records that have it: at most 128 of each segment are looked at.
/// `segments` are those of `subjects`, without the head. nullopt where fewer than two have it.
std::optional<TermPlace> place_of_term(std::span<const Xapian::Database> segments,
                                       const Subjects& subjects, const std::string& term);

}  // namespace answers
