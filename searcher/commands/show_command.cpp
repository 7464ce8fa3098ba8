#include "searcher/commands/show_command.h"

#include "corpus/values/record_json.h"
#include "indexer/commands/with_index.h"
#include "searcher/commands/record_lookup.h"
#include "searcher/display/hit_fields.h"
#include "searcher/display/pager.h"
#include "searcher/display/printers.h"
#include "searcher/matching/record_lookup.h"

#include <ostream>
#include <sstream>
#include <unistd.h>
#include <utility>

namespace answers {
namespace {

/// Of what stands before a record, as much as a person wants to see before it.
constexpr std::size_t most_before = 20;

/// The groups of records that are shown for an id, one below the other: with --context what stands
/// before it, and at last the answers to its question.
std::vector<std::vector<Record>> shown_for(const ShowCommand& command, const Index& index,
                                           const std::string& id, std::ostream& talk) {
  std::vector<std::vector<Record>> shown;
  NamedRecords named = records_named(index, id, talk);
  if (named.answers.empty()) return shown;
  const Index& its_index = named.other_index ? *named.other_index : index;
  if (command.all) named.answers = answers_beside(its_index, named.answers.front());
  if (command.context) {
    for (Record& before : records_before(its_index, named.answers.front(), most_before))
      shown.push_back({std::move(before)});
  }
  shown.push_back(std::move(named.answers));
  return shown;
}

int show(const ShowCommand& command, const Index& index, std::ostream& out, std::ostream& talk) {
  const Terminal terminal = look_at_terminal(STDOUT_FILENO, command.color);
  int exit_code = 0;
  std::ostringstream pages;
  for (const auto& id : command.ids) {
    const auto shown = shown_for(command, index, id, talk);
    if (shown.empty()) exit_code = 1;
    for (std::vector<Record> records : shown) {
      if (command.json) {
        for (auto& record : records) {
          record.place.path = path_from_here(record.place.path);
          pages << record_json(record) << '\n';
        }
        continue;
      }
      if (pages.tellp() > 0) pages << '\n';
      if (command.raw) {
        for (const auto& record : records)
          pages << (terminal.is_terminal ? printable(record.answer) : record.answer) << '\n';
      } else {
        print_question(records, terminal, pages);
      }
    }
  }
  const std::string text = pages.str();
  const std::string pager = pager_command();
  const bool paged = terminal.is_terminal && command.pager && !command.json && !pager.empty() &&
                     needs_pager(text, terminal) && page(text, pager);
  if (!paged) out << text;
  return exit_code;
}

}  // namespace

int run_show(const ShowCommand& command, std::ostream& out, std::ostream& talk) {
  return with_index(indexes_of_record(command.indexes, command.ids.front()), Verify::little, talk,
                    [&](const Index& index) { return show(command, index, out, talk); });
}

}  // namespace answers
