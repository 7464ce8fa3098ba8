#include "searcher/show_command.h"

#include "indexer/index.h"
#include "indexer/index_directory.h"
#include "searcher/printers.h"
#include "searcher/record_lookup.h"

#include <ostream>
#include <unistd.h>

namespace answers {

int run_show(const ShowCommand& command, std::ostream& out, std::ostream& talk) {
  const Index index = open_index({find_index(command.index)});
  for (const auto& warning : index.warnings()) talk << "answers: " << warning << '\n';
  const Terminal terminal = look_at_terminal(STDOUT_FILENO, command.color);
  int exit_code = 0;
  bool first = true;
  for (const auto& id : command.ids) {
    const std::vector<Record> records = answers_to_question(index, id, talk);
    if (records.empty()) exit_code = 1;
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
  return exit_code;
}

}  // namespace answers
