#include "searcher/commands/record_lookup.h"

#include "indexer/commands/with_index.h"
#include "indexer/generations/document.h"
#include "indexer/generations/index_directory.h"
#include "searcher/commands/last_search.h"
#include "searcher/display/terminal.h"
#include "searcher/matching/record_lookup.h"

#include <fmt/core.h>

#include <ostream>
#include <utility>

namespace answers {
namespace {

std::vector<Record> answers_to_question(const Index& index, const std::string& id_beginning,
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

}  // namespace

IndexPlaces indexes_of_record(const TypedIndexes& typed, std::string_view id) {
  IndexPlaces places = find_indexes(typed);
  if (!typed.names.empty() || places.directories.empty() ||
      !finished_generations(places.directories.front()).empty())
    return places;
  const auto hit = remembered_hit(id);
  return hit ? find_indexes({.names = hit->indexes}) : places;
}

NamedRecords records_named(const Index& index, const std::string& typed, std::ostream& talk) {
  NamedRecords named;
  if (!index.database().term_exists(filter_term("id", typed))) {
    if (const auto hit = remembered_hit(typed)) {
      named.other_index =
          open_and_tell(find_indexes({.names = hit->indexes}), Verify::little, talk);
      named.answers = answers_to_question(*named.other_index, hit->id, talk);
      return named;
    }
  }
  named.answers = answers_to_question(index, typed, talk);
  if (!named.answers.empty() || typed.find_first_not_of("0123456789") != std::string::npos)
    return named;
  if (const std::size_t last = last_remembered(); last > 0) {
    talk << fmt::format(
        "answers: nor has the last search in this terminal such a hit: its last is {}\n", last);
  } else {
    talk << "answers: nor was anything searched in this terminal, whose hits have numbers\n";
  }
  return named;
}

}  // namespace answers
