#include "searcher/commands/record_lookup.h"

#include "indexer/generations/document.h"
#include "searcher/display/terminal.h"

#include <ostream>
#include <set>
#include <string>

namespace answers {
namespace {

/// Enough to see that a beginning fits too many ids.
constexpr std::size_t most_candidates = 50;

std::vector<Record> records_with_id(const Index& index, std::string_view id_beginning) {
  std::vector<Record> records;
  const Xapian::Database& database = index.database();
  const std::string prefix = filter_term("id", id_beginning);
  for (auto term = database.allterms_begin(prefix);
       term != database.allterms_end(prefix) && records.size() < most_candidates; ++term) {
    Record record = index.record(*database.postlist_begin(*term));
    if (*term == prefix) return {std::move(record)};
    records.push_back(std::move(record));
  }
  return records;
}

}  // namespace

std::vector<Record> answers_to_question(const Index& index, std::string_view id_beginning,
                                        std::ostream& talk) {
  std::vector<Record> records = records_with_id(index, id_beginning);
  std::set<std::string_view> questions;
  for (const auto& record : records) questions.insert(question_id(record));
  if (records.empty()) {
    talk << "answers: no record with the id " << printable(id_beginning) << '\n';
  } else if (questions.size() > 1) {
    talk << "answers: several records begin with " << printable(id_beginning) << ":\n";
    for (const auto& record : records) {
      talk << "  " << printable(record.id) << "  " << printable(record.question) << '\n';
    }
    records.clear();
  }
  return records;
}

}  // namespace answers
