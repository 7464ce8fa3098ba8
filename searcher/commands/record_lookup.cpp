#include "searcher/commands/record_lookup.h"

#include "searcher/display/terminal.h"
#include "searcher/ranking/record_lookup.h"

#include <ostream>
#include <utility>

namespace answers {

std::vector<Record> answers_to_question(const Index& index, std::string_view id_beginning,
                                        std::ostream& talk) {
  FoundRecords found = find_records(index, id_beginning);
  if (!found.candidates.empty()) {
    talk << "answers: several records begin with " << printable(id_beginning) << ":\n";
    for (const auto& record : found.candidates) {
      talk << "  " << printable(record.id) << "  " << printable(record.question) << '\n';
    }
  } else if (found.answers.empty()) {
    talk << "answers: no record with the id " << printable(id_beginning) << '\n';
  }
  return std::move(found.answers);
}

}  // namespace answers
