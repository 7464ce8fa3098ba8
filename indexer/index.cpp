#include "indexer/index.h"

#include "indexer/index_directory.h"
#include "indexer/schema.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace answers {
namespace fs = std::filesystem;
namespace {

/// The generation, or nullopt with the reason in `damage`. Throws IndexUnusable when it is whole
/// but not for this program.
std::optional<Xapian::Database> open_generation(const fs::path& directory, std::uint64_t number,
                                                std::string& damage) {
  const fs::path path = directory / generation_name(number);
  Xapian::Database database;
  std::string format;
  try {
    database = Xapian::Database(path.string());
    format = database.get_metadata(std::string(schema::format_key));
  } catch (const Xapian::Error& error) {
    damage = error.get_msg();
    if (error.get_error_string() != nullptr)
      damage += fmt::format(" ({})", error.get_error_string());
    return std::nullopt;
  }
  if (format.empty()) {
    damage = "it has no format version";
    return std::nullopt;
  }
  if (format != schema::format) {
    throw IndexUnusable(fmt::format(
        "the index {} has format {} and this program writes format {}; make it anew with: answers "
        "index --rebuild",
        directory.string(), format, schema::format));
  }
  return database;
}

Index::Member open_member(const fs::path& directory, std::vector<std::string>& warnings) {
  std::optional<std::uint64_t> current = current_generation(directory);
  std::vector<std::uint64_t> finished = finished_generations(directory);
  if (!current && finished.empty()) {
    throw IndexUnusable(fmt::format("there is no index in {}; make one with: answers index PATH…",
                                    directory.string()));
  }
  std::string damage = "CURRENT names no generation";
  while (current) {
    std::string why;
    if (auto database = open_generation(directory, *current, why))
      return {directory, *current, std::move(*database)};
    // Two builds may have been published since CURRENT was read, and this one swept away.
    const auto now = current_generation(directory);
    if (now == current) {
      damage = why;
      break;
    }
    current = now;
  }
  std::ranges::reverse(finished);
  for (const std::uint64_t number : finished) {
    if (current && number >= *current) continue;
    std::string ignored;
    if (auto database = open_generation(directory, number, ignored)) {
      warnings.push_back(fmt::format(
          "the index {} is damaged{}: {}; using generation {} instead; mend it with: answers check "
          "--repair",
          directory.string(), current ? fmt::format(" in generation {}", *current) : "", damage,
          number));
      return {directory, number, std::move(*database)};
    }
  }
  throw IndexUnusable(
      fmt::format("the index {} is damaged: {}; make it anew with: answers index --rebuild PATH…",
                  directory.string(), damage));
}

}  // namespace

Record Index::record(const Xapian::Document& document) const {
  const std::string data = document.get_data();
  if (!unpacker_.knows_dictionary_of(data)) {
    for (const Member& member : members_)
      unpacker_.add_dictionary(member.database.get_metadata(std::string(schema::dictionary_key)));
  }
  return read_record(unpacker_.unpack(data));
}

Index open_index(const std::vector<fs::path>& directories) {
  Index index;
  for (const auto& directory : directories) {
    index.members_.push_back(open_member(directory, index.warnings_));
    index.database_.add_database(index.members_.back().database);
  }
  return index;
}

}  // namespace answers
