#include "searcher/commands/open_command.h"

#include "corpus/characters/printable.h"
#include "indexer/commands/with_index.h"
#include "searcher/commands/editor.h"
#include "searcher/commands/record_lookup.h"

#include <ostream>
#include <vector>

namespace answers {

int run_open(const OpenCommand& command, std::ostream& talk) {
  TypedIndexes typed;
  if (!command.index.empty()) typed.names = {command.index};
  const Index index = open_and_tell(indexes_of_record(typed, command.id), Verify::little, talk);
  const std::vector<Record> records = records_named(index, command.id, talk).answers;
  if (records.empty()) return 1;
  if (const auto exit_code = edit_at(records.front().place, talk)) return *exit_code;
  talk << "answers: what the index has of it: answers show " << printable_line(command.id) << '\n';
  return 2;
}

}  // namespace answers
