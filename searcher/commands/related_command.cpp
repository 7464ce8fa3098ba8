#include "searcher/commands/related_command.h"

#include "indexer/commands/with_index.h"
#include "searcher/commands/record_lookup.h"
#include "searcher/ranking/related.h"

#include <ostream>
#include <unistd.h>

namespace answers {
namespace {

int related(const RelatedCommand& command, const Index& index, std::ostream& out,
            std::ostream& talk) {
  const std::vector<Record> records = answers_to_question(index, command.id, talk);
  if (records.empty()) return 1;
  const Results results = find_related(index, records.front(), command.limit);
  PrintOptions print = command.print;
  print.root = index.members().front().project.string();
  print.terminal = look_at_terminal(STDOUT_FILENO, command.color);
  print_results(results, print, out);
  if (!results.hits.empty()) return 0;
  talk << "answers: no question is near: " << printable(records.front().question) << '\n';
  return 1;
}

}  // namespace

int run_related(const RelatedCommand& command, std::ostream& out, std::ostream& talk) {
  return with_index(command.index, Verify::little, talk,
                    [&](const Index& index) { return related(command, index, out, talk); });
}

}  // namespace answers
