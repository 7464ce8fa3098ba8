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
  const NamedRecords named = records_named(index, command.id, talk);
  if (named.answers.empty()) return 1;
  const Index& its_index = named.other_index ? *named.other_index : index;
  const Results results = find_related(its_index, named.answers.front(), command.limit);
  PrintOptions print = command.print;
  print.root = its_index.root().string();
  print.terminal = look_at_terminal(STDOUT_FILENO, command.color);
  print_results(results, print, out);
  if (!results.hits.empty()) return 0;
  talk << "answers: no question is near: " << printable(named.answers.front().question) << '\n';
  return 1;
}

}  // namespace

int run_related(const RelatedCommand& command, std::ostream& out, std::ostream& talk) {
  return with_index(find_indexes(command.indexes), Verify::little, talk,
                    [&](const Index& index) { return related(command, index, out, talk); });
}

}  // namespace answers
