#pragma once

#include "indexer/generations/index.h"
#include "indexer/generations/subject_table.h"
#include "searcher/ranking/query.h"

#include <xapian.h>

#include <cstddef>
#include <vector>

namespace answers {

/// What the records of an index are about, as it was found when they were indexed. A query's place
/// among them is that of its words, each where the records are that have it.
class SubjectSpace {
 public:
  /// Reads what the heads of the index say: a copy of 50 bytes a record. An index may have nothing,
  /// and nothing is read where a member of it is elsewhere.
  /// Throws IndexDamaged.
  explicit SubjectSpace(const Index& index);

  /// A query's place, in each of the spaces that make it up; empty where there are none.
  using Place = std::vector<std::vector<float>>;
  /// Reads at most 128 postings of a word's term in each segment.
  Place place_of(const Query& query) const;
  /// A record's own place; nothing in the spaces that it is not of.
  Place place_of(Xapian::docid id) const;

  /// Where nothing has been added.
  Place no_place() const { return Place(spaces_.size()); }
  /// Moves a place that began as no_place() towards a record's own.
  void add_record(Xapian::docid id, double weight, Place& place) const;

  /// The cosine of a place and a record's, 0 where it is less or not known.
  double nearness(const Place& place, Xapian::docid id) const;

 private:
  /// Where the records of a segment stand: places[at] of spaces_[space].
  struct Where {
    std::size_t space = 0;
    std::size_t at = 0;
    bool is_known = false;
  };
  const char* place_at(const Where& where, Xapian::docid number) const;
  void add_term(const std::string& term, double weight, Place& place) const;

  std::vector<Xapian::Database> segments_;
  std::vector<Subjects> spaces_;
  std::vector<Where> of_segments_;
};

}  // namespace answers
