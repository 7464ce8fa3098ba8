#pragma once

#include "indexer/generations/subject_table.h"

#include <xapian.h>

#include <span>

namespace answers {

/// What the records of `segments` are about in the space of another index: the head and the
/// segments of a generation of it, which may have been given that space too. A record that is in
/// there (by its id) stands where it stands there; another one where its words are, each by its idf
/// among `segments` and by its place there ("folding in", Deerwester et al. 1990, p. 399). Nothing
/// has a place where the other index has no space, or `segments` hold more than 20,000 records.
/// O(postings × dimensions). Throws std::runtime_error where the other's are damaged.
GivenSubjects find_given_subjects(std::span<const Xapian::Database> other,
                                  std::span<const Xapian::Database> segments);

}  // namespace answers
