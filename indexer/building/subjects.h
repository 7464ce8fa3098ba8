#pragma once

#include "indexer/generations/subject_table.h"

#include <xapian.h>

#include <cstddef>
#include <span>
#include <string>

namespace answers {

/// For an index of more every update would take seconds.
inline constexpr std::size_t most_records_with_subjects = 20'000;

/// Whether a term is a word, and not a filter's.
bool is_subject_word(const std::string& term);

/// Finds what the records of these segments are about, from their postings alone: the same for the
/// same segments. Subjects without dimensions where there are fewer than 100 records, too few to
/// tell, or more than 20,000.
///
/// The matrix of records and words, a word in fewer than two records or in more than half of them
/// left out, each entry log(1 + tf) × idf and each record of length 1, is taken apart by a
/// randomised singular value decomposition (Halko, Martinsson, Tropp 2011) with two power
/// iterations. O(postings × 64 × 7).
Subjects find_subjects(std::span<const Xapian::Database> segments);

}  // namespace answers
