#include "searcher/show_command.h"

#include "indexer/document.h"
#include "indexer/index.h"
#include "indexer/index_directory.h"
#include "searcher/printers.h"

#include <ostream>
#include <set>
#include <unistd.h>

namespace answers {
namespace {

/// Enough to see that a beginning fits too many ids.
constexpr std::size_t most_candidates = 50;

std::vector<Record> records_with(const Index& index, const std::string& id_beginning) {
  std::vector<Record> records;
  const Xapian::Database& database = index.database();
  const std::string prefix = filter_term("id", id_beginning);
  for (auto term = database.allterms_begin(prefix);
       term != database.allterms_end(prefix) && records.size() < most_candidates; ++term) {
    const auto posting = database.postlist_begin(*term);
    Record record = index.record(*posting);
    if (*term == prefix)
      return {std::move(record)};  // the whole id of one is no beginning of others
    records.push_back(std::move(record));
  }
  return records;
}

}  // namespace

int run_show(const ShowCommand& command, std::ostream& out, std::ostream& talk) {
  const Index index = open_index({find_index(command.index)});
  for (const auto& warning : index.warnings()) talk << "answers: " << warning << '\n';
  const Terminal terminal = look_at_terminal(STDOUT_FILENO, command.color);
  int exit_code = 0;
  bool first = true;
  for (const auto& id : command.ids) {
    const std::vector<Record> records = records_with(index, id);
    std::set<std::string_view> questions;
    for (const auto& record : records) questions.insert(question_id(record));
    if (records.empty()) {
      talk << "answers: no record with the id " << printable(id) << '\n';
      exit_code = 1;
    } else if (questions.size() > 1) {
      talk << "answers: several records begin with " << printable(id) << ":\n";
      for (const auto& record : records) {
        talk << "  " << printable(record.id) << "  " << printable(record.question) << '\n';
      }
      exit_code = 1;
    } else {
      for (const auto& record : records) {
        if (!first) out << '\n';
        first = false;
        if (command.raw) {
          out << record.answer << '\n';
        } else {
          print_record(record, terminal, out);
        }
      }
    }
  }
  return exit_code;
}

}  // namespace answers
