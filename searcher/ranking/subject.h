#pragma once

#include "indexer/generations/index.h"
#include "indexer/generations/subject_table.h"
#include "searcher/query/query.h"

#include <xapian.h>

#include <cstddef>
#include <optional>
#include <vector>

namespace answers {

/// What the records of an index are about, as it was found when they were indexed. A query's place
/// among them is that of its words, each where the records are that have it.
class SubjectSpace {
 public:
  /// Reads what the heads of the index say: a copy of 50 bytes a record. An index may have nothing;
  /// of several as one nothing is read unless all that are there were given the same space. Breaks
  /// off the session of a member elsewhere whose subjects are damaged. Throws IndexDamaged.
  explicit SubjectSpace(const Index& index);

  /// Empty where nothing is known.
  using Place = std::vector<float>;
  Place place_of(const Query& query) const;

  /// A record of Index::database(), or of one of Index::remotes().
  struct RecordAt {
    Xapian::docid id = 0;
    std::optional<std::size_t> remote{};
  };
  /// A record's own place, of length 1.
  Place place_of(RecordAt record) const;
  /// Moves a place that began as Place() towards a record's own.
  void add_record(RecordAt record, double weight, Place& place) const;

  /// The cosine of a place and a record's, 0 where it is less or not known.
  double nearness(const Place& place, RecordAt record) const;

 private:
  /// Where the records of a segment of Index::database() stand: here_[member].places[at].
  struct Where {
    std::size_t member = 0;
    std::optional<std::size_t> at{};  ///< none: it is a head
  };
  const char* place_at(RecordAt record) const;
  std::optional<TermPlace> place_of_word(const std::string& term) const;

  Subjects space_;              ///< without places
  std::vector<Subjects> here_;  ///< of Index::members()
  std::vector<Where> of_segments_;
  std::vector<Subjects> elsewhere_;  ///< of Index::remotes()
  /// Of each of them, where the space was given; else words are where the records here are.
  std::vector<TermPlaces> terms_;
  std::vector<Xapian::Database> segments_;  ///< then: without the head
};

}  // namespace answers
