#pragma once

#include "corpus/record.h"
#include "indexer/generations/index.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace answers {

/// What an id, or the beginning of one, leads to.
struct FoundRecords {
  /// The answers to the one question that it belongs to, those that people thought best first. An
  /// id that is given whole is that one record. Empty when it fits nothing, or several questions.
  std::vector<Record> answers{};
  std::vector<Record> candidates{};  ///< where it fits several questions: some of their records
};

/// Looks up at most 50 ids that begin so. O(those).
FoundRecords find_records(const Index& index, std::string_view id_beginning);

/// All answers to the question of `record`, itself among them, in the same order.
std::vector<Record> answers_beside(const Index& index, const Record& record);

/// What stands before `record` in its file under the same heading, the last `most` of it in order:
/// of a conversation the turns before. O(records of the file, 10,000 at most).
std::vector<Record> records_before(const Index& index, const Record& record, std::size_t most);

}  // namespace answers
