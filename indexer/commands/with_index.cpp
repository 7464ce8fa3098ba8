#include "indexer/commands/with_index.h"

#include "corpus/characters/printable.h"
#include "indexer/generations/index_directory.h"

#include <fmt/core.h>
#include <xapian.h>

#include <cstdint>
#include <ostream>
#include <utility>

namespace answers {

Index open_and_tell(const std::filesystem::path& directory, Verify verify, std::ostream& talk) {
  Index index = open_index({directory}, verify);
  for (const auto& warning : index.warnings())
    talk << "answers: " << printable_line(warning) << '\n';
  return index;
}

int with_index(const std::string& given, Verify verify, std::ostream& talk,
               const std::function<int(Index&)>& work) {
  const std::filesystem::path directory = find_index(given);
  std::uint64_t generation = 0;
  std::string damage;
  {
    Index index = open_and_tell(directory, verify, talk);
    generation = index.members().front().generation;
    try {
      return work(index);
    } catch (const IndexDamaged& error) {
      damage = error.what();
    } catch (const Xapian::DatabaseError& error) {
      damage = fmt::format("the index is damaged: {}; see: answers check", error.get_msg());
    }
  }
  Index index = open_and_tell(directory, Verify::all, talk);
  // As it was written, and yet it cannot be read: not for another generation to mend.
  if (index.members().front().generation == generation) throw IndexDamaged(damage);
  return work(index);
}

}  // namespace answers
