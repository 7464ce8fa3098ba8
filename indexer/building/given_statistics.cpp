#include "indexer/building/given_statistics.h"

#include "indexer/generations/index.h"
#include "indexer/generations/subject_table.h"

namespace answers {

GivenStatistics given_statistics(const IndexOptions& options,
                                 const std::optional<LiveGeneration>& live) {
  GivenStatistics given{.averages = options.averages};
  const bool is_built_upon = live && !options.rebuild;
  Space space;
  if (!options.space_of.empty()) {
    given.space_of = open_index({options.space_of}).segments();
    space = {read_space(given.space_of.front()).name, true};
  } else if (is_built_upon && !options.averages && live->space.given) {
    given.space_of = live->databases;
    space = live->space;
  }
  if (!is_built_upon) return given;
  const IndexAverages& before = live->averages;
  if (!given.averages && before.given) given.averages = before.lengths;
  if (given.averages && *given.averages != before.lengths) given.new_averages = given.averages;
  given.new_space = space.given ? space != live->space : live->space.given;
  given.changes =
      given.new_space || (given.averages && before != IndexAverages{*given.averages, true});
  return given;
}

}  // namespace answers
