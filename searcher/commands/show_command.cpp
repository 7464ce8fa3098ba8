#include "searcher/commands/show_command.h"

#include "corpus/data/record_json.h"
#include "indexer/commands/with_index.h"
#include "indexer/generations/document.h"
#include "searcher/commands/last_search.h"
#include "searcher/commands/record_lookup.h"
#include "searcher/display/hit_fields.h"
#include "searcher/display/pager.h"
#include "searcher/display/printers.h"

#include <algorithm>
#include <ostream>
#include <sstream>
#include <unistd.h>
#include <utility>

namespace answers {
namespace {

/// The answers that people thought best come first.
void sort_answers(std::vector<Record>& records) {
  std::ranges::stable_sort(records, std::ranges::greater(), [](const Record& record) {
    return std::pair(record.accepted, record.votes.value_or(0));
  });
}

int show(const ShowCommand& command, const Index& index, std::ostream& out, std::ostream& talk) {
  const Terminal terminal = look_at_terminal(STDOUT_FILENO, command.color);
  int exit_code = 0;
  std::ostringstream pages;
  for (const auto& id : command.ids) {
    std::vector<Record> records = answers_to_typed(index, id, talk);
    if (records.empty()) {
      exit_code = 1;
      continue;
    }
    if (command.all) records = answers_to_question(index, question_id(records.front()), talk);
    sort_answers(records);
    if (command.json) {
      for (auto& record : records) {
        record.place.path = path_from_here(record.place.path);
        pages << record_json(record) << '\n';
      }
      continue;
    }
    if (pages.tellp() > 0) pages << '\n';
    if (command.raw) {
      for (const auto& record : records) {
        pages << (terminal.is_terminal ? printable(record.answer) : record.answer) << '\n';
      }
    } else {
      print_question(records, terminal, pages);
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

std::vector<Record> answers_to_typed(const Index& index, const std::string& typed,
                                     std::ostream& talk) {
  if (!index.database().term_exists(filter_term("id", typed))) {
    if (const auto hit = remembered_hit(typed))
      return answers_to_question(open_and_tell(hit->index, Verify::little, talk), hit->id, talk);
  }
  return answers_to_question(index, typed, talk);
}

int run_show(const ShowCommand& command, std::ostream& out, std::ostream& talk) {
  return with_index(command.index, Verify::little, talk,
                    [&](const Index& index) { return show(command, index, out, talk); });
}

}  // namespace answers
