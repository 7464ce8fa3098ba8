#include "indexer/commands/with_index.h"

#include "corpus/characters/printable.h"
#include "indexer/generations/index_directory.h"

#include <fmt/core.h>
#include <xapian.h>

#include <cstdint>
#include <ostream>
#include <utility>
#include <vector>

namespace answers {
namespace {

std::vector<std::uint64_t> generations_of(const Index& index) {
  std::vector<std::uint64_t> generations;
  for (const Index::Member& member : index.members()) generations.push_back(member.generation);
  return generations;
}

}  // namespace

Index open_and_tell(const IndexPlaces& places, Verify verify, std::ostream& talk) {
  Index index = open_index(places, verify);
  for (const auto& warning : index.warnings())
    talk << "answers: " << printable_line(warning) << '\n';
  return index;
}

int with_index(const std::string& given, Verify verify, std::ostream& talk,
               const std::function<int(Index&)>& work) {
  return with_index(IndexPlaces{{find_index(given)}, {}}, verify, talk, work);
}

int with_index(const IndexPlaces& places, Verify verify, std::ostream& talk,
               const std::function<int(Index&)>& work) {
  std::vector<std::uint64_t> generations;
  std::string damage;
  {
    Index index = open_and_tell(places, verify, talk);
    generations = generations_of(index);
    try {
      return work(index);
    } catch (const IndexDamaged& error) {
      damage = error.what();
    } catch (const Xapian::DatabaseError& error) {
      damage = fmt::format("the index is damaged: {}; see: answers check", error.get_msg());
    }
  }
  Index index = open_and_tell(places, Verify::all, talk);
  // As it was written, and yet it cannot be read: not for another generation to mend.
  if (generations_of(index) == generations) throw IndexDamaged(damage);
  return work(index);
}

}  // namespace answers
