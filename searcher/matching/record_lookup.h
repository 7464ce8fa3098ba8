#pragma once

#include "corpus/record.h"
#include "indexer/generations/index.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
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

/// All answers to the question of `record`, itself among them, in the same order: those that are
/// folded in a list of hits. Where the collection gave the ids, of the first 1,000 questions that
/// begin alike. O(those).
std::vector<Record> answers_beside(const Index& index, const Record& record);

/// What stands before `record` in its file under the same heading, the last `most` of it in order:
/// of a conversation the turns before. O(records of the file, 10,000 at most).
std::vector<Record> records_before(const Index& index, const Record& record, std::size_t most);

/// The questions that stand next to one in its file under the same heading: of a conversation the
/// turns before and after.
struct Neighbours {
  std::optional<Record> before{};
  std::optional<Record> after{};
};

/// Those of `record`, as far as they are in the same part of the index: at most one file in many
/// has a border between two parts. O(answers of the question).
Neighbours neighbours_of(const Index& index, const Record& record);

/// Where a collection gave each answer an id of its own: the ids of the further answers to a
/// question, each with that of the first in its file, which stands for the question. O(records).
std::unordered_map<std::string, std::string> ids_of_further_answers(const Index& index);

/// The ids of all questions, each once, those of ids_of_further_answers() left out. O(records).
std::vector<std::string> question_ids(const Index& index);

/// The answers to a question by its id or by that of one of them, the one to be learnt first:
/// accepted, then by votes.
std::vector<Record> answers_to(const Index& index, const std::string& question);

}  // namespace answers
