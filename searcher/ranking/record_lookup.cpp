#include "searcher/ranking/record_lookup.h"

#include "indexer/generations/document.h"

#include <algorithm>
#include <functional>
#include <string>
#include <utility>

namespace answers {
namespace {

/// Enough to see that a beginning fits too many ids.
constexpr std::size_t most_candidates = 50;

void sort_answers(std::vector<Record>& records) {
  std::ranges::stable_sort(records, std::ranges::greater(), [](const Record& record) {
    return std::pair(record.accepted, record.votes.value_or(0));
  });
}

}  // namespace

FoundRecords find_records(const Index& index, std::string_view id_beginning) {
  FoundRecords found;
  std::vector<Record>& records = found.answers;
  const Xapian::Database& database = index.database();
  const std::string prefix = filter_term("id", id_beginning);
  for (auto term = database.allterms_begin(prefix);
       term != database.allterms_end(prefix) && records.size() < most_candidates; ++term) {
    Record record = index.record(*database.postlist_begin(*term));
    if (*term == prefix) {
      records.clear();
      records.push_back(std::move(record));
      return found;
    }
    records.push_back(std::move(record));
  }
  const bool same_question = std::ranges::all_of(records, [&](const Record& record) {
    return question_id(record) == question_id(records.front());
  });
  if (same_question) {
    sort_answers(records);
  } else {
    found.candidates = std::exchange(records, {});
  }
  return found;
}

std::vector<Record> answers_beside(const Index& index, const Record& record) {
  const std::string id(question_id(record));
  if (id == record.id) return {record};
  return find_records(index, id + "-").answers;
}

}  // namespace answers
