#pragma once

#include "indexer/generations/index.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace answers {

/// A section or a tag of a collection.
struct Topic {
  std::string name{};
  std::size_t records = 0;
  /// What is told there and hardly elsewhere, as records write it; the most telling first.
  std::vector<std::string> words{};
};

/// The topics of one field, the commonest first.
struct TopicList {
  std::string field{};
  std::vector<Topic> topics{};
  std::size_t distinct = 0;  ///< in all; `topics` may hold fewer
};

/// The values of `field` (see facet_fields()), at most `limit`, each with up to eight words: those
/// with the highest log-likelihood ratio (Dunning 1993) of the share of its records that have them
/// against the share in the whole index. At most 60 records of a topic are looked at, evenly spread
/// and up to 4 KB of each, so the time depends on `limit` and the field's posting lists alone.
TopicList find_topics(const Index& index, std::string_view field, std::size_t limit);

/// A file with questions that it does not answer.
struct UnansweredFile {
  std::string path{};
  std::uint64_t questions = 0;
};

/// Of all members of the index, the files with most first.
std::vector<UnansweredFile> unanswered_files(const Index& index);

}  // namespace answers
